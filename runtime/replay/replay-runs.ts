import type { RunFailure } from '#dsl/compile/run-contract.ts';
import { compileStrategy } from '#dsl/compile/compile-strategy.ts';
import type { BusinessProcess } from '#dsl/document/business-process.ts';
import { CodedError } from '#dsl/errors/coded-error.ts';
import type { ReplayedInteraction, ReplayResult } from '#dsl/protocol/replay.ts';
import { departureOf } from '#dsl/testing/departure.ts';
import { replayRun } from '#dsl/testing/replay-run.ts';
import { outcomeOf, type RunOutcome } from '#dsl/testing/run-outcome.ts';
import type { OpenStrategyRealm, StrategyRealm } from '#dsl/testing/strategy-realm.ts';
import type { PastRun } from './past-runs.ts';

/** A draft and the runs it is tried over. */
export interface ReplayWork {
  readonly kind: 'replay';
  readonly document: BusinessProcess;
  readonly strategy: string;
  readonly runs: readonly PastRun[];
}

/** Tries a strategy of a draft over runs of old. Throws `run/not-compilable` for one that does not compile. */
export async function replayRuns(
  { document, strategy, runs }: ReplayWork,
  open: OpenStrategyRealm,
): Promise<ReplayResult> {
  const compiled = compileStrategy(document, strategy);
  if ('diagnostics' in compiled) {
    const reason = compiled.diagnostics.map(({ message }) => message).join(' ');
    throw new CodedError('run/not-compilable', { strategy, reason });
  }
  const realm = await open({ strategy, source: compiled.source });
  const changed: ReplayedInteraction[] = [];
  try {
    for (const run of runs) {
      const found = await replayOne(realm, document, strategy, run);
      if (found !== undefined) changed.push(found);
    }
  } finally {
    realm.dispose();
  }
  return { replayed: runs.length, changed };
}

async function replayOne(
  realm: StrategyRealm,
  document: BusinessProcess,
  strategy: string,
  past: PastRun,
): Promise<ReplayedInteraction | undefined> {
  const now = await replayRun(realm, past.input, past.journal);
  const { path, journal, state } = past;
  const error: RunFailure | undefined = past.error ?? undefined;
  const before = outcomeOf(past, { state, path, calls: journal, data: {}, error });
  const after = outcomeOf(document, now);
  const nameOf = (id: string): string => document.strategies[strategy]?.blocks[id]?.name ?? id;
  const departure = departureOf({ path, outcome: before }, { path: now.path, outcome: after }, nameOf);
  if (departure === undefined) return undefined;
  return {
    interactionId: past.interactionId,
    runId: past.runId,
    subject: past.subject,
    version: past.version,
    startedAt: past.startedAt,
    differs: [...departure.differs],
    why: departure.why,
    block: departure.parting?.block ?? null,
    before: told(before),
    after: told(after),
    assumed: [...now.assumed],
  };
}

/** An outcome as pages show it. */
export function told({ path, queue, stopped, error, mails }: RunOutcome): ReplayedInteraction['before'] {
  return {
    path: [...path],
    queue: queue ?? null,
    stopped,
    error: error?.message ?? null,
    mails: mails.map((mail) => ({ ...mail })),
  };
}
