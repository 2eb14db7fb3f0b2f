import type { z } from 'zod';
import { blocks } from '../blocks/index.ts';
import type { JournalEntry, PathStep, RunFailure } from '../compile/run-contract.ts';
import type { BusinessProcess } from '../document/business-process.ts';

type Json = z.core.util.JSONType;

/** What a run came to, in the words of tests: where it went, what it asked, and where the interaction is now. */
export interface RunOutcome {
  /** Blocks of the strategy itself, subroutines' blocks left out. */
  readonly path: readonly string[];
  /** Queue the interaction is in afterwards; that for errors when the strategy failed or placed it nowhere. */
  readonly queue: string | undefined;
  readonly stopped: boolean;
  readonly error: RunFailure | undefined;
  readonly data: Readonly<Record<string, Json>>;
  /** Host calls by name. */
  readonly calls: readonly string[];
  /** What blocks of the group mail asked for and were given, with the name of the call. */
  readonly mails: readonly Readonly<Record<string, Json>>[];
}

/** What a run was like, whoever kept it: a test, a simulation, a journal. */
export interface FinishedRun {
  readonly state: string;
  readonly path: readonly PathStep[];
  readonly calls: readonly Pick<JournalEntry, 'name' | 'params' | 'error' | 'placed'>[];
  readonly data: Readonly<Record<string, Json>>;
  readonly error?: RunFailure | undefined;
}

const mailCalls: ReadonlySet<string> = new Set(
  blocks.flatMap(({ face, ...block }) => (face.category === 'mail' && 'call' in block ? [block.call.name] : [])),
);

/** Reads off a finished run what tests and replays compare. */
export function outcomeOf(process: Pick<BusinessProcess, 'errorQueue'>, run: FinishedRun): RunOutcome {
  const placing = run.state === 'failed' ? undefined : run.calls.findLast(({ placed }) => placed === true);
  const queue = fieldOf(placing?.params, 'queue');
  return {
    path: run.path.filter(({ strategy }) => strategy === undefined).map(({ block }) => block),
    queue: placing === undefined ? process.errorQueue : typeof queue === 'string' ? queue : undefined,
    stopped: placing?.name === 'stop-interaction',
    error: run.error,
    data: run.data,
    calls: run.calls.map(({ name }) => name),
    mails: run.calls
      .filter(({ name, error }) => mailCalls.has(name) && error === undefined)
      .map(({ name, params }) => ({ call: name, ...(isRecord(params) ? params : {}) })),
  };
}

function fieldOf(value: Json | undefined, key: string): Json | undefined {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function isRecord(value: Json | undefined): value is Record<string, Json> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
