import type { Pool, PoolClient } from 'pg';
import type { WakeUps } from '../../queue/wake-ups.ts';
import { insertRows, type Row } from '../../store/insert-rows.ts';
import { inRetriedTransaction } from '../../store/retried-transaction.ts';
import { publish, type Signal } from '../../store/signal.ts';
import type { LiveRun } from './live-run.ts';
import { changedTables } from './run-changes.ts';

/**
 * Commits the steps of many runs as one: state, attached data, journal, events, outbox and routing requests together. A run
 * that another worker has taken up meanwhile is left out whole. Wakes whoever has work afterwards.
 */
export async function commitRuns(pool: Pool, wake: WakeUps, runs: readonly LiveRun[]): Promise<void> {
  if (runs.length === 0) return;
  const mine = await inRetriedTransaction(pool, async (client) => {
    const kept = await stillMine(client, runs);
    await insertRows(
      client,
      'journal',
      kept.flatMap((run) => run.changes.journal),
    );
    for (const table of changedTables) {
      const rows = kept.flatMap((run) => run.changes.rows.filter((row) => row.table === table).map(({ row }) => row));
      await insertRows(client, table, rows);
    }
    for (const run of kept) for (const step of run.changes.steps) await step(client);
    const placed = await updateInteractions(client, kept);
    // What an agent has taken meanwhile is not the strategy's to place any more.
    for (const run of kept) if (!placed.has(run.interaction.id)) run.changes.placement = undefined;
    await updateRuns(client, kept);
    await insertRows(client, 'events', kept.flatMap(eventRows));
    await publish(client, kept.flatMap(signalsOf));
    return kept;
  });
  await wakeFor(wake, mine);
}

async function stillMine(client: PoolClient, runs: readonly LiveRun[]): Promise<LiveRun[]> {
  const { rows } = await client.query<{ id: string }>(
    `select r.id from unnest($1::uuid[], $2::int[]) as m(id, attempts)
     join runs r on r.id = m.id and r.attempts = m.attempts and r.state = 'running' order by r.id for update of r`,
    [runs.map((run) => run.id), runs.map((run) => run.attempts)],
  );
  const ids = new Set(rows.map((row) => row.id));
  return runs.filter((run) => ids.has(run.id));
}

/**
 * Only what is still in the strategy's hands is placed; data may also be attached after an agent took over. Answers the
 * interactions that were placed.
 */
async function updateInteractions(client: PoolClient, runs: readonly LiveRun[]): Promise<ReadonlySet<string>> {
  const now = new Date();
  const updates = runs.flatMap((run): Row[] => {
    const { data, marks, placement, priority, inQueues, outQueues } = run.changes;
    const hasMarks = Object.keys(marks).length > 0;
    if (!data && !hasMarks && !placement && priority === undefined && !inQueues) return [];
    const queued = placement?.kind === 'queue' ? placement : undefined;
    return [
      {
        id: run.interaction.id,
        run_id: run.id,
        data: data || hasMarks ? { ...(data ?? run.interaction.data), ...marks } : null,
        priority: queued?.priority ?? priority ?? null,
        in_queues: inQueues ?? null,
        out_queues: outQueues ?? null,
        state: placement ? (queued ? 'queued' : 'stopped') : null,
        queue: queued?.queue ?? null,
        moved: queued !== undefined && queued.queue !== run.queue,
        problem: queued?.problem ?? null,
        stop_reason: placement?.kind === 'stop' ? placement.reason : null,
      },
    ];
  });
  if (updates.length === 0) return new Set();
  const { rows } = await client.query<{ id: string }>(
    `update interactions i set
       data = coalesce(u.data, i.data), priority = coalesce(u.priority, i.priority),
       in_queues = coalesce(u.in_queues, i.in_queues), out_queues = coalesce(u.out_queues, i.out_queues),
       state = coalesce(u.state, i.state), queue = case when u.state is null then i.queue else u.queue end,
       placed_at = case when u.state = 'queued' then $2 else i.placed_at end,
       moved_at = case when u.moved then $2 else i.moved_at end,
       stopped_at = case when u.state = 'stopped' then $2 else i.stopped_at end,
       stop_reason = coalesce(u.stop_reason, i.stop_reason), problem = coalesce(u.problem, i.problem),
       run_id = case when u.state is null then i.run_id else null end, version = i.version + 1
     from jsonb_to_recordset($1::jsonb) as u(id uuid, run_id uuid, data jsonb, priority int, in_queues text[], out_queues text[],
       state text, queue text, moved boolean, problem jsonb, stop_reason text)
     where i.id = u.id and i.run_id = u.run_id and (u.state is null or i.state = 'routing')
     returning i.id`,
    [JSON.stringify(updates), now],
  );
  return new Set(rows.map((row) => row.id));
}

async function updateRuns(client: PoolClient, runs: readonly LiveRun[]): Promise<void> {
  const now = new Date();
  const rows = runs.map(({ id, changes: { outcome, path } }) => ({
    id,
    state: outcome.state,
    path,
    waiting_for: outcome.state === 'waiting' ? { ...outcome.call, askedAt: now } : null,
    wake_at: outcome.state === 'waiting' ? (outcome.wakeAt ?? null) : null,
    error: outcome.state === 'failed' ? outcome.error : null,
    ended_at: outcome.state === 'waiting' ? null : now,
  }));
  await client.query(
    `update runs r set state = u.state, path = u.path, waiting_for = u.waiting_for, wake_at = u.wake_at, error = u.error,
       ended_at = u.ended_at, lease_until = null
     from jsonb_to_recordset($1::jsonb) as u(id uuid, state text, path jsonb, waiting_for jsonb, wake_at timestamptz, error jsonb, ended_at timestamptz)
     where r.id = u.id`,
    [JSON.stringify(rows)],
  );
}

function eventRows(run: LiveRun): Row[] {
  const at = new Date();
  const party = { kind: 'strategy', name: run.strategy, runId: run.id };
  const common = { tenant_id: run.tenantId, at };
  const own = { ...common, interaction_id: run.interaction.id, party };
  const { placement, events } = run.changes;
  const rows = events.map(({ interactionId, kind, party: by, facts }) => ({
    ...common,
    interaction_id: interactionId,
    party: by ?? party,
    kind,
    facts: facts ?? {},
  }));
  if (placement === undefined) return rows;
  const removed = { ...own, kind: 'PartyRemoved', facts: {} };
  if (placement.kind === 'stop')
    return [...rows, removed, { ...own, kind: 'ProcessingStopped', facts: { reason: placement.reason } }];
  const { queue, problem } = placement;
  return [
    ...rows,
    removed,
    { ...own, kind: 'PlacedInQueue', facts: problem === undefined ? { queue } : { queue, problem } },
  ];
}

function signalsOf(run: LiveRun): Signal[] {
  const { tenantId, interaction, changes } = run;
  return [
    { kind: 'interaction', tenantId, interactionId: interaction.id },
    { kind: 'queues', tenantId },
    ...changes.signals,
  ];
}

async function wakeFor(wake: WakeUps, runs: readonly LiveRun[]): Promise<void> {
  const queues = new Map<string, { tenantId: string; queue: string }>();
  for (const { tenantId, changes } of runs) {
    const placed = changes.placement?.kind === 'queue' ? [changes.placement.queue] : [];
    for (const queue of [...changes.queues, ...placed]) queues.set(`${tenantId}/${queue}`, { tenantId, queue });
  }
  const wakes = [...queues.values()].map(({ tenantId, queue }) => wake.queue(tenantId, queue));
  if (runs.some((run) => run.changes.sends)) wakes.push(wake.send());
  for (const { id, changes } of runs) {
    const { outcome } = changes;
    if (outcome.state === 'waiting' && outcome.wakeAt !== undefined) {
      wakes.push(wake.run(id, Math.max(1, outcome.wakeAt.getTime() - Date.now())));
    }
  }
  await Promise.all(wakes);
}
