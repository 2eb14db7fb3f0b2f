import { expect, test } from 'vitest';
import { aProcessWith } from '#test/support/a-process.ts';
import { checkProcess } from './check-process.ts';
import type { Surroundings } from './surroundings.ts';

const entry = (next: string, variables = {}) => ({ type: 'entry', config: { variables }, ports: { next } });
const stop = { type: 'stop-interaction' };

function messages(process: Parameters<typeof checkProcess>[0], surroundings?: Surroundings) {
  return checkProcess(process, surroundings).map(({ message }) => message);
}

test('names the queue that a misspelt one stands for', () => {
  const process = aProcessWith({
    entry: entry('queue'),
    queue: { type: 'queue-interaction', config: { queue: 'ErorHeld' } },
  });

  expect(messages(process)).toEqual(['There is no queue "ErorHeld"; did you mean "ErrorHeld"?']);
});

test('knows queues of other processes', () => {
  const process = aProcessWith({
    entry: entry('queue'),
    queue: { type: 'queue-interaction', config: { queue: 'Chat' } },
  });

  expect(messages(process, { queues: ['Chat'] })).toEqual([]);
});

test('checks names outside the process only as far as they are known', () => {
  const screen = { type: 'screen', config: { rule: 'Spma' }, ports: { matched: 'stop', 'not-matched': 'stop' } };
  const process = aProcessWith({ entry: entry('screen'), screen, stop });

  expect(messages(process)).toEqual([]);
  expect(messages(process, { screeningRules: ['Spam', 'Complaint'] })).toEqual([
    'There is no screening rule "Spma"; did you mean "Spam"?',
  ]);
  expect(messages(process, { screeningRules: [] })).toEqual(['There is no screening rule "Spma"; there is none yet.']);
});

test('lets expressions name what they compute', () => {
  const process = aProcessWith({
    entry: entry('queue'),
    queue: { type: 'queue-interaction', config: { queue: { js: 'data.Queue' } } },
  });

  expect(messages(process)).toEqual([]);
});

test('finds variables that no Entry declares', () => {
  const assign = {
    type: 'assign',
    config: { assignments: [{ variable: 'waitSecond', value: 1 }] },
    ports: { next: 'stop' },
  };
  const process = aProcessWith({ entry: entry('assign', { waitSeconds: { type: 'integer' } }), assign, stop });

  expect(messages(process)).toEqual(['There is no variable "waitSecond"; did you mean "waitSeconds"?']);
});

test('finds fields of conditions that do not exist', () => {
  const rules = ['interaction.subjekt', 'vars.x', 'Subject', 'data.Anything', 'contact.firstName'].map((field) => ({
    field,
    operator: 'notNull',
  }));
  const check = {
    type: 'if',
    config: { condition: { combinator: 'and', rules } },
    ports: { true: 'stop', false: 'stop' },
  };
  const problems = checkProcess(aProcessWith({ entry: entry('check'), check, stop }));

  expect(problems.map(({ message }) => message)).toEqual([
    '"interaction.subjekt" is not a field; did you mean "interaction.subject"?',
    '"vars.x" is not a field; there is none yet.',
    '"Subject" is not a field; fields begin with one of "interaction.", "contact.", "data.", "vars.", "lastError.".',
  ]);
  expect(problems[0]?.path).toEqual([
    'strategies',
    'Main',
    'blocks',
    'check',
    'config',
    'condition',
    'rules',
    0,
    'field',
  ]);
});

test('finds mistakes of syntax where they stand, in every small language', () => {
  const script = { type: 'script', config: { code: 'const a = 1;\nlet b = ;' }, ports: { next: 'mail' } };
  const mail = {
    type: 'create-email-out',
    config: { to: { js: 'contact.' }, text: 'Dear <$Contact.FirstName', queue: 'ErrorHeld' },
    ports: { created: 'route' },
  };
  const route = {
    type: 'route-interaction',
    config: { targets: [{ skill: 'English >' }] },
    ports: { timeout: 'stop' },
  };
  const problems = checkProcess(aProcessWith({ entry: entry('script'), script, mail, route, stop }));

  expect(problems.map(({ code, path }) => [code, path.slice(3).join('.')])).toEqual([
    ['check/script-syntax', 'script.config.code'],
    ['check/expression-syntax', 'mail.config.to.js'],
    ['check/field-code-syntax', 'mail.config.text'],
    ['check/skill-expression-syntax', 'route.config.targets.0.skill'],
  ]);
  expect(problems[0]?.message).toBe('The script cannot be read at line 2, column 9: unexpected token.');
});

test('holds calls of subroutines against what the subroutine takes and gives', () => {
  const sub = {
    kind: 'subroutine' as const,
    blocks: {
      entry: entry('exit', { text: { type: 'string', direction: 'in' }, size: { type: 'integer', direction: 'out' } }),
      exit: { type: 'exit' },
    },
  };
  const call = {
    type: 'call-subroutine',
    config: { strategy: 'Sub', in: { txt: 'a' }, out: { text: 'n' } },
    ports: { next: 'stop' },
  };
  const process = aProcessWith({ entry: entry('call', { n: { type: 'integer' } }), call, stop }, { Sub: sub });

  expect(messages(process)).toEqual([
    'Subroutine "Sub" has no in variable "txt"; did you mean "text"?',
    'Subroutine "Sub" has no out variable "text"; there is "size".',
    'Subroutine "Sub" gets nothing for its in variable "text", which has no default.',
  ]);
});

test('holds values and variables against the types that a subroutine declares', () => {
  const variables = {
    text: { type: 'string' as const, direction: 'in' as const, default: '' },
    tries: { type: 'integer' as const, direction: 'in-out' as const, default: 1 },
  };
  const sub = { kind: 'subroutine' as const, blocks: { entry: entry('exit', variables), exit: { type: 'exit' } } };
  const call = (given: object, receiver: string) => ({
    type: 'call-subroutine',
    config: { strategy: 'Sub', in: given, out: { tries: receiver } } as never,
    ports: { next: 'stop' },
  });
  const own = {
    whole: { type: 'integer' as const },
    broken: { type: 'number' as const },
    word: { type: 'string' as const },
  };
  const problemsOf = (given: object, receiver: string) =>
    messages(aProcessWith({ entry: entry('call', own), call: call(given, receiver), stop }, { Sub: sub }));

  expect(problemsOf({ text: 'a', tries: 2 }, 'whole')).toEqual([]);
  expect(problemsOf({ text: { js: 'vars.word' }, tries: null }, 'broken')).toEqual([]);
  expect(problemsOf({ text: 5, tries: 1.5 }, 'word')).toEqual([
    'In variable "text" of subroutine "Sub" is 5; expected string.',
    'In variable "tries" of subroutine "Sub" is 1.5; expected integer.',
    'Out variable "tries" of subroutine "Sub" is integer; "word" is string.',
  ]);
});

test('refuses a call of a strategy that is no subroutine, and subroutines that call themselves', () => {
  const call = (strategy: string) => ({ type: 'call-subroutine', config: { strategy }, ports: { next: 'stop' } });
  const ring = { kind: 'subroutine' as const, blocks: { entry: entry('call'), call: call('Ring'), stop } };
  const process = aProcessWith(
    { entry: entry('call'), call: call('Other'), stop },
    { Other: { blocks: { entry: entry('stop'), stop } }, Ring: ring },
  );

  expect(messages(process)).toEqual([
    '"call" calls "Other", which is a strategy; only subroutines can be called.',
    '"Ring" calls back to where the call came from; that never ends.',
  ]);
});
