import type { Diagnostic } from './diagnostic.ts';

/** Who can act on a failure: the author of a document, nobody (it passes by itself), or us. Retry policy reads this class. */
export type ErrorClass = 'author' | 'transient' | 'defect';

/** The facts each coded error carries. Text derives from facts; callers branch on the code, never on the text. */
export interface ErrorFacts {
  'classification/unreadable-model': { readonly reason: string };
  'classification/untrainable': { readonly diagnostics: readonly Diagnostic[] };
  'document/unreadable': { readonly file: string; readonly reason: string };
  'import/too-large': { readonly source: string; readonly what: string; readonly most: number };
  'process/has-problems': { readonly process: string; readonly diagnostics: readonly Diagnostic[] };
  'process/needs-approval': { readonly process: string };
  'process/own-approval': { readonly process: string };
  'process/tests-failed': { readonly process: string; readonly diagnostics: readonly Diagnostic[] };
  'form/expired': { readonly form: string };
  'form/refused': { readonly form: string };
  'form/too-large': { readonly limitBytes: number };
  'form/too-quick': { readonly afterSeconds: number };
  'intake/overloaded': { readonly waiting: number };
  'request/invalid': { readonly field: string; readonly expected: string };
  'request/forbidden': { readonly action: string; readonly role: string };
  'request/not-found': { readonly kind: string; readonly name: string };
  'request/conflict': { readonly kind: string; readonly name: string; readonly reason: string };
  'request/not-logged-in': { readonly reason: string };
  'request/password-change-required': { readonly userName: string };
  'request/too-many': { readonly what: string; readonly afterSeconds: number };
  'run/budget-steps': { readonly strategy: string; readonly limit: number };
  'run/budget-time': { readonly strategy: string; readonly limitMs: number };
  'run/not-compilable': { readonly strategy: string; readonly reason: string };
  'run/diverged': { readonly strategy: string; readonly seq: number; readonly expected: string; readonly got: string };
  'run/not-json': { readonly what: string; readonly reason: string };
  'run/not-storable': { readonly strategy: string; readonly reason: string };
  'run/stalled': { readonly strategy: string };
  'run/subroutine-depth': { readonly strategy: string; readonly limit: number };
  'run/thrown': { readonly reason: string };
  'run/unhandled': { readonly strategy: string; readonly block: string; readonly reason: string };
  'run/unknown-strategy': { readonly strategy: string };
  'run/wrong-type': {
    readonly strategy: string;
    readonly variable: string;
    readonly type: string;
    readonly got: string;
  };
  'run/worker-lost': { readonly strategy: string; readonly attempts: number };
  'sandbox/disposed': { readonly strategy: string };
  'sandbox/memory-limit': { readonly strategy: string; readonly limitMb: number };
  'sandbox/result-too-large': { readonly strategy: string; readonly bytes: number; readonly limitBytes: number };
  'sandbox/run-unknown': { readonly strategy: string; readonly runId: string };
  'sandbox/source-invalid': { readonly strategy: string; readonly reason: string };
  'sandbox/time-limit': { readonly strategy: string; readonly limitMs: number };
  'settings/invalid': { readonly option: string; readonly value: string; readonly expected: string };
  'store/in-use': { readonly directory: string; readonly pid: number };
  'store/postgres-failed': { readonly step: string; readonly reason: string };
  'tenant/secret-unreadable': { readonly purpose: string };
  'test-bench/refused': { readonly server: string; readonly reason: string };
  'trial/no-result': { readonly reason: string };
}

/** A code of the table. */
export type ErrorCode = keyof ErrorFacts;

/** Class and text of every code. The reference page of errors is generated from this table. */
export const errorTable: {
  readonly [Code in ErrorCode]: { readonly class: ErrorClass; readonly text: (facts: ErrorFacts[Code]) => string };
} = {
  'classification/unreadable-model': {
    class: 'defect',
    text: (f) => `The classification model cannot be read: ${f.reason}.`,
  },
  'classification/untrainable': {
    class: 'author',
    text: (f) =>
      `The examples cannot be trained on. ${f.diagnostics.map((diagnostic) => diagnostic.message).join(' ')}`.trim(),
  },
  'document/unreadable': { class: 'author', text: (f) => `${f.file} cannot be read: ${f.reason}.` },
  'import/too-large': {
    class: 'author',
    text: (f) =>
      `${f.source} holds more than ${f.most.toLocaleString('en')} ${f.what}, which is more than is read. Import a part of it, ` +
      'or use the command line, which reads more.',
  },
  'process/has-problems': {
    class: 'author',
    text: (f) => {
      const errors = f.diagnostics.filter(({ severity }) => severity === 'error').length;
      return `"${f.process}" has ${errors === 1 ? 'an error' : `${errors} errors`} that must be solved first.`;
    },
  },
  'process/needs-approval': {
    class: 'author',
    text: (f) =>
      `Activations need a second person here. Ask for the approval of "${f.process}" instead of activating it.`,
  },
  'process/own-approval': {
    class: 'author',
    text: (f) => `You worked on this version of "${f.process}"; somebody who did not has to approve it.`,
  },
  'process/tests-failed': {
    class: 'author',
    text: (f) => `"${f.process}" has to pass its strategy tests before it is activated, and some do not pass.`,
  },
  'form/expired': {
    class: 'author',
    text: (f) => `The page with the form "${f.form}" has been open for too long; load it again.`,
  },
  'form/refused': { class: 'author', text: (f) => `The form "${f.form}" was filled in as machines do it.` },
  'form/too-large': { class: 'author', text: (f) => `What is sent is larger than ${f.limitBytes} bytes.` },
  'form/too-quick': {
    class: 'transient',
    text: (f) => `Nobody fills in a form so quickly; send it again in ${f.afterSeconds} seconds.`,
  },
  'intake/overloaded': {
    class: 'transient',
    text: (f) => `${f.waiting} submissions wait to be stored already; try again in a moment.`,
  },
  'request/invalid': { class: 'author', text: (f) => `${f.field}: expected ${f.expected}.` },
  'request/forbidden': { class: 'author', text: (f) => `The role ${f.role} may not ${f.action}.` },
  'request/not-found': { class: 'author', text: (f) => `There is no ${f.kind} "${f.name}".` },
  'request/conflict': { class: 'author', text: (f) => `The ${f.kind} "${f.name}" ${f.reason}.` },
  'request/not-logged-in': { class: 'author', text: (f) => f.reason },
  'request/password-change-required': {
    class: 'author',
    text: (f) => `${f.userName} must change the one-time password first.`,
  },
  'request/too-many': {
    class: 'transient',
    text: (f) => `Too many ${f.what}; try again in ${f.afterSeconds} seconds.`,
  },
  'run/budget-steps': {
    class: 'author',
    text: (f) => `Strategy "${f.strategy}" took more than ${f.limit} blocks; it probably loops.`,
  },
  'run/budget-time': {
    class: 'author',
    text: (f) => `Strategy "${f.strategy}" was still running after its time budget of ${f.limitMs} ms.`,
  },
  'run/not-compilable': {
    class: 'author',
    text: (f) => `Strategy "${f.strategy}" cannot be compiled: ${f.reason}`,
  },
  'run/diverged': {
    class: 'defect',
    text: (f) =>
      `Strategy "${f.strategy}" departed from its journal at call ${f.seq}: the journal has ${f.expected}, the replay asked for ${f.got}.`,
  },
  'run/not-json': { class: 'author', text: (f) => `${f.what} cannot be written as JSON: ${f.reason}` },
  'run/not-storable': {
    class: 'author',
    text: (f) => `What strategy "${f.strategy}" made cannot be stored: ${f.reason}`,
  },
  'run/stalled': {
    class: 'author',
    text: (f) => `Strategy "${f.strategy}" waits for something that never comes.`,
  },
  'run/subroutine-depth': {
    class: 'author',
    text: (f) => `Strategy "${f.strategy}" is called ${f.limit} subroutines deep.`,
  },
  'run/thrown': { class: 'author', text: (f) => f.reason },
  'run/unhandled': {
    class: 'author',
    text: (f) => `Block "${f.block}" of strategy "${f.strategy}" failed and its error port is not wired: ${f.reason}`,
  },
  'run/unknown-strategy': {
    class: 'defect',
    text: (f) => `There is no strategy "${f.strategy}" in this version.`,
  },
  'run/wrong-type': {
    class: 'author',
    text: (f) => `Subroutine "${f.strategy}" takes ${f.type} for "${f.variable}" and got ${f.got}.`,
  },
  'run/worker-lost': {
    class: 'author',
    text: (f) => `Strategy "${f.strategy}" took its worker process down ${f.attempts} times and is not tried again.`,
  },
  'sandbox/disposed': {
    class: 'transient',
    text: (f) => `The sandbox of strategy "${f.strategy}" was closed; the run goes on from its journal in another one.`,
  },
  'sandbox/memory-limit': {
    class: 'author',
    text: (f) => `Strategy "${f.strategy}" needed more than its ${f.limitMb} MB of memory.`,
  },
  'sandbox/result-too-large': {
    class: 'author',
    text: (f) => `Strategy "${f.strategy}" produced ${f.bytes} bytes at once; the limit is ${f.limitBytes}.`,
  },
  'sandbox/run-unknown': {
    class: 'transient',
    text: (f) => `Run ${f.runId} of strategy "${f.strategy}" is not in the sandbox; it goes on from its journal.`,
  },
  'sandbox/source-invalid': {
    class: 'defect',
    text: (f) => `Strategy "${f.strategy}" is not JavaScript: ${f.reason}`,
  },
  'sandbox/time-limit': {
    class: 'author',
    text: (f) => `Strategy "${f.strategy}" computed for more than ${f.limitMs} ms between two blocks.`,
  },
  'settings/invalid': {
    class: 'author',
    text: (f) =>
      f.value === ''
        ? `${f.option}: expected ${f.expected}.`
        : `${f.option} is ${JSON.stringify(f.value)}; expected ${f.expected}.`,
  },
  'store/in-use': {
    class: 'author',
    text: (f) => `The data under ${f.directory} is in use by process ${f.pid}; stop that one or choose another --data.`,
  },
  'store/postgres-failed': {
    class: 'defect',
    text: (f) => `The embedded PostgreSQL could not ${f.step}: ${f.reason}`,
  },
  'tenant/secret-unreadable': {
    class: 'author',
    text: (f) =>
      `The secret of ${f.purpose} cannot be read, it was stored under another installation secret; enter it again.`,
  },
  'test-bench/refused': {
    class: 'author',
    text: (f) => `The SMTP server at ${f.server} did not take the mail: ${f.reason}.`,
  },
  'trial/no-result': {
    class: 'transient',
    text: (f) => `What was tried out came to no end: ${f.reason}.`,
  },
};
