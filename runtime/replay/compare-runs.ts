import { compileStrategy } from '#dsl/compile/compile-strategy.ts';
import type { BusinessProcess } from '#dsl/document/business-process.ts';
import { isDeepEqual } from '#dsl/document/is-deep-equal.ts';
import type { ReplayedInteraction } from '#dsl/protocol/replay.ts';
import { type Departure, departureOf } from '#dsl/testing/departure.ts';
import { type ReplayedRun, replayRun } from '#dsl/testing/replay-run.ts';
import { outcomeOf, type RunOutcome } from '#dsl/testing/run-outcome.ts';
import type { OpenStrategyRealm, StrategyRealm } from '#dsl/testing/strategy-realm.ts';
import type { PastRun } from './past-runs.ts';
import { told } from './replay-runs.ts';

/** Two versions of a process, and runs of the first that are tried in the second. */
export interface ComparisonWork {
  readonly kind: 'comparison';
  readonly active: BusinessProcess;
  readonly shadow: BusinessProcess;
  readonly runs: readonly PastRun[];
}

/** Interactions that fare otherwise in the second. */
export interface ComparisonResult {
  readonly changed: readonly (ReplayedInteraction & { readonly strategy: string })[];
}

/**
 * Holds what two versions decide over the same interactions side by side. Both run over the journal, so that also attached data
 * and host calls can be compared, which the run of old left to other places.
 */
export async function compareRuns(
  { active, shadow, runs }: ComparisonWork,
  open: OpenStrategyRealm,
): Promise<ComparisonResult> {
  const changed: (ReplayedInteraction & { strategy: string })[] = [];
  for (const [place, group] of Map.groupBy(runs, ({ strategy, queue, view }) =>
    JSON.stringify([strategy, queue, view]),
  )) {
    const [strategy = '', queue = '', view = ''] = JSON.parse(place) as string[];
    const same = shadow.queues[queue]?.views[view];
    const other = same?.enabled === true && same.submitter?.enabled === true ? same.submitter.strategy : undefined;
    const before = await openSide(active, strategy, open);
    const after = await openSide(shadow, other, open);
    try {
      for (const run of group) {
        const found = await compareOne(before, after, run);
        if (found !== undefined) changed.push({ ...found, strategy });
      }
    } finally {
      before.realm?.dispose();
      after.realm?.dispose();
    }
  }
  return { changed };
}

interface Side {
  readonly document: BusinessProcess;
  readonly strategy: string;
  /** Undefined when this version has no such strategy, or one that does not compile. */
  readonly realm: StrategyRealm | undefined;
}

async function openSide(
  document: BusinessProcess,
  strategy: string | undefined,
  open: OpenStrategyRealm,
): Promise<Side> {
  if (strategy === undefined) return { document, strategy: '', realm: undefined };
  const compiled = compileStrategy(document, strategy);
  const realm = 'diagnostics' in compiled ? undefined : await open({ strategy, source: compiled.source });
  return { document, strategy, realm };
}

async function compareOne(before: Side, after: Side, past: PastRun): Promise<ReplayedInteraction | undefined> {
  const [was, is] = [await tryRun(before, past), await tryRun(after, past)];
  const [wasOutcome, isOutcome] = [outcomeOf(before.document, was), outcomeOf(after.document, is)];
  const nameOf = (id: string): string =>
    after.document.strategies[after.strategy]?.blocks[id]?.name ??
    before.document.strategies[before.strategy]?.blocks[id]?.name ??
    id;
  const departure = departureOf({ path: was.path, outcome: wasOutcome }, { path: is.path, outcome: isOutcome }, nameOf);
  const keys = differingKeys(was.data, is.data);
  const asksOtherwise = !isDeepEqual(callsOf(was), callsOf(is));
  if (departure === undefined && keys.length === 0 && !asksOtherwise) return undefined;
  const data = keys.length === 0 ? [] : [`It leaves other attached data: ${keys.join(', ')}.`];
  const { interactionId, runId, subject, version, startedAt } = past;
  return {
    interactionId,
    runId,
    subject,
    version,
    startedAt,
    differs: [
      ...(departure?.differs ?? []),
      ...(keys.length > 0 ? ['data' as const] : []),
      ...(asksOtherwise ? ['calls' as const] : []),
    ],
    why: whyOf(departure, wasOutcome, isOutcome) ?? data[0] ?? 'It asks its host calls for something else.',
    block: departure?.parting?.block ?? null,
    before: told(wasOutcome),
    after: told(isOutcome),
    assumed: [...is.assumed],
  };
}

/** Where the ways part, and where they lead to when that differs. */
function whyOf(departure: Departure | undefined, was: RunOutcome, is: RunOutcome): string | undefined {
  if (departure === undefined || !departure.differs.includes('queue') || is.error !== undefined) return departure?.why;
  const end = ({ queue, stopped }: RunOutcome): string =>
    stopped ? 'being stopped' : queue === undefined ? 'an agent' : `queue "${queue}"`;
  return `${departure.why} It ends with ${end(is)} instead of ${end(was)}.`;
}

async function tryRun({ realm, strategy }: Side, { input, journal }: PastRun): Promise<ReplayedRun> {
  if (realm !== undefined) return replayRun(realm, { ...input, strategy }, journal);
  const error = { code: 'run/not-compilable', message: 'No strategy takes it from this view.' };
  return { state: 'failed', path: [], calls: [], data: input.data, log: [], error, assumed: [] };
}

function callsOf({ calls }: ReplayedRun): unknown {
  return calls.map(({ name, params }) => ({ name, params }));
}

function differingKeys(before: ReplayedRun['data'], after: ReplayedRun['data']): string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].filter((key) => !isDeepEqual(before[key], after[key])).toSorted();
}
