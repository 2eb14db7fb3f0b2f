import type { Pool } from 'pg';
import type { ActiveProcesses } from '../../interaction/active-processes.ts';
import type { WakeUps } from '../../queue/wake-ups.ts';
import { copyRows } from '../../store/copy-rows.ts';
import { type FlightTransaction, inFlightTransaction } from '../../store/flight-transaction.ts';
import type { Statement } from '../../store/in-flight.ts';
import { retriedWhenLost } from '../../store/retried-transaction.ts';
import { publish, type Signal } from '../../store/signal.ts';
import type { LiveRun } from './live-run.ts';
import { changedTables } from './run-changes.ts';
import { eventRows } from './run-events.ts';
import { updateInteractions, updateRuns } from './run-updates.ts';

/** What a commit needs of its worker. */
export interface CommitServices {
  readonly pool: Pool;
  readonly wake: WakeUps;
  readonly active: Pick<ActiveProcesses, 'submitters'>;
}

/**
 * Commits the steps of many runs as one: state, attached data, journal, events, outbox and routing requests together. A run
 * that another worker has taken up meanwhile is left out whole. Wakes whoever has work afterwards.
 */
export async function commitRuns({ pool, wake, active }: CommitServices, runs: readonly LiveRun[]): Promise<void> {
  let mine = runs;
  for (let left = -1; left !== mine.length && mine.length > 0; ) {
    left = mine.length;
    mine = await retriedWhenLost(() => inFlightTransaction(pool, (transaction) => commitAll(transaction, mine)));
  }
  // Hints only: who missed one looks by itself. Within the transaction they would make all commits of the database queue up.
  const told = publish(pool, mine.flatMap(signalsOf)).catch(() => undefined);
  await Promise.all([told, wakeFor(wake, active, mine)]);
}

/** Answers the runs that are still this worker's. Commits only when these are all: else the caller tries with them alone. */
async function commitAll(transaction: FlightTransaction, runs: readonly LiveRun[]): Promise<readonly LiveRun[]> {
  const steps = runs.flatMap((run) => run.changes.steps);
  const copies = await copiesOf(transaction, runs);
  const placing = updateInteractions(runs);
  const [mine, placedAtOnce] =
    steps.length === 0
      ? await transaction.send([updateRuns(runs), placing, ...copies])
      : await transaction.send([updateRuns(runs), ...copies]);
  if (mine.length < runs.length) {
    const ids = idsOf(mine);
    return runs.filter((run) => ids.has(run.id));
  }
  for (const step of steps) await step(transaction.client);
  const placed = idsOf(steps.length === 0 ? placedAtOnce : (await transaction.send([placing]))[0]);
  // What an agent has taken meanwhile is not the strategy's to place any more.
  for (const run of runs) if (!placed.has(run.interaction.id)) run.changes.placement = undefined;
  await transaction.commit(await copyRows(transaction.client, 'events', runs.flatMap(eventRows)));
  return runs;
}

function idsOf(rows: readonly unknown[] | undefined): ReadonlySet<string> {
  return new Set((rows as readonly { id: string }[]).map(({ id }) => id));
}

async function copiesOf({ client }: FlightTransaction, runs: readonly LiveRun[]): Promise<Statement[]> {
  const journal = runs.flatMap((run) => run.changes.journal);
  const rows = runs.flatMap((run) => run.changes.rows);
  const byTable = Map.groupBy(rows, ({ table }) => table);
  const copies = changedTables.map((table) =>
    copyRows(
      client,
      table,
      (byTable.get(table) ?? []).map(({ row }) => row),
    ),
  );
  return (await Promise.all([copyRows(client, 'journal', journal), ...copies])).flat();
}

function signalsOf(run: LiveRun): Signal[] {
  const { tenantId, interaction, changes } = run;
  return [
    { kind: 'interaction', tenantId, interactionId: interaction.id },
    { kind: 'queues', tenantId },
    ...(changes.placement?.kind === 'queue' && changes.placement.dueAt !== undefined
      ? [{ kind: 'scheduled', tenantId } as const]
      : []),
    ...changes.signals,
  ];
}

async function wakeFor(wake: WakeUps, active: CommitServices['active'], runs: readonly LiveRun[]): Promise<void> {
  const queues = new Map<string, { tenantId: string; queue: string }>();
  for (const { tenantId, changes } of runs) {
    const placed = changes.placement?.kind === 'queue' ? [changes.placement.queue] : [];
    for (const queue of [...changes.queues, ...placed]) queues.set(`${tenantId}/${queue}`, { tenantId, queue });
  }
  const wakes = [...queues.values()]
    .filter(({ tenantId, queue }) => active.submitters(tenantId, queue).length > 0)
    .map(({ tenantId, queue }) => wake.queue(tenantId, queue));
  if (runs.some((run) => run.changes.sends)) wakes.push(wake.send());
  for (const { id, changes } of runs) {
    const { outcome } = changes;
    if (outcome.state === 'waiting' && outcome.wakeAt !== undefined) {
      wakes.push(wake.run(id, Math.max(1, outcome.wakeAt.getTime() - Date.now())));
    }
  }
  await Promise.all(wakes);
}
