import { type Statement, sql } from '../../store/in-flight.ts';
import { arrayText } from '../../store/value-text.ts';
import { changedData } from './changed-data.ts';
import type { LiveRun } from './live-run.ts';

/**
 * Only what is still in the strategy's hands is placed; data may also be attached after an agent took over. Answers the
 * interactions that were placed.
 */
export function updateInteractions(runs: readonly LiveRun[]): Statement<{ id: string }> {
  const rows = runs.flatMap(interactionUpdate);
  const column = <Name extends keyof (typeof rows)[number]>(name: Name) => rows.map((row) => row[name]);
  return sql(
    `update interactions i set
       data = case when u.attached is null then i.data else (i.data - u.detached::text[]) || u.attached::jsonb end,
       priority = coalesce(u.priority, i.priority),
       in_queues = coalesce(u.in_queues::text[], i.in_queues), out_queues = coalesce(u.out_queues::text[], i.out_queues),
       state = coalesce(u.state, i.state), queue = case when u.state is null then i.queue else u.queue end,
       workbin_owner = case when u.state is null then i.workbin_owner else u.owner end,
       agent_id = case when u.state = 'workbin' then u.agent_id else i.agent_id end,
       placed_at = case when u.state in ('queued', 'workbin') then $13 else i.placed_at end,
       scheduled_at = case when u.state in ('queued', 'workbin') then u.due_at else i.scheduled_at end,
       moved_at = case when u.moved then $13 else i.moved_at end,
       stopped_at = case when u.state = 'stopped' then $13 else i.stopped_at end,
       stop_reason = coalesce(u.stop_reason, i.stop_reason), problem = coalesce(u.problem::jsonb, i.problem),
       run_id = case when u.state is null then i.run_id else null end, version = i.version + 1
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::int[], $6::text[], $7::text[], $8::text[], $9::text[], $10::boolean[],
         $11::text[], $12::text[], $14::text[], $15::text[], $16::timestamptz[])
       as u(id, run_id, attached, detached, priority, in_queues, out_queues, state, queue, moved, problem, stop_reason, owner, agent_id, due_at)
     where i.id = u.id and i.run_id = u.run_id and (u.state is null or i.state = 'routing')
     returning i.id`,
    column('id'),
    column('runId'),
    column('attached'),
    column('detached'),
    column('priority'),
    column('inQueues'),
    column('outQueues'),
    column('state'),
    column('queue'),
    column('moved'),
    column('problem'),
    column('stopReason'),
    new Date(),
    column('owner'),
    column('agentId'),
    column('dueAt'),
  );
}

function interactionUpdate(run: LiveRun) {
  const { data, marks, placement, priority, inQueues, outQueues } = run.changes;
  const changed = data === undefined ? undefined : changedData(run.input.data, data);
  const attached = { ...changed?.set, ...marks };
  const isAttached = changed !== undefined || Object.keys(marks).length > 0;
  if (!isAttached && placement === undefined && priority === undefined && inQueues === undefined) return [];
  const queued = placement?.kind === 'queue' ? placement : undefined;
  return [
    {
      id: run.interaction.id,
      runId: run.id,
      attached: isAttached ? JSON.stringify(attached) : null,
      detached: isAttached ? arrayText(changed?.removed ?? []) : null,
      priority: queued?.priority ?? priority ?? null,
      inQueues: inQueues === undefined ? null : arrayText(inQueues),
      outQueues: outQueues === undefined ? null : arrayText(outQueues),
      state: placement === undefined ? null : queued === undefined ? 'stopped' : queued.workbin ? 'workbin' : 'queued',
      owner: queued?.workbin?.owner ?? null,
      agentId: queued?.workbin?.agentId ?? null,
      dueAt: queued?.dueAt ?? null,
      queue: queued?.queue ?? null,
      moved: queued !== undefined && queued.queue !== run.queue,
      problem: queued?.problem === undefined ? null : JSON.stringify(queued.problem),
      stopReason: placement?.kind === 'stop' ? placement.reason : null,
    },
  ];
}

/**
 * Where each run stands: its path so far, what it waits for, why it failed. Answers the runs that were still this worker's; the
 * others are as another worker has them.
 */
export function updateRuns(runs: readonly LiveRun[]): Statement<{ id: string }> {
  const now = new Date();
  const outcomes = runs.map(({ changes }) => changes.outcome);
  return sql(
    `update runs r set state = u.state, path = u.path::jsonb, waiting_for = u.waiting_for::jsonb, wake_at = u.wake_at,
       error = u.error::jsonb, ended_at = u.ended_at, lease_until = null
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::text[], $7::timestamptz[], $8::int[])
       as u(id, state, path, waiting_for, wake_at, error, ended_at, attempts)
     where r.id = u.id and r.attempts = u.attempts and r.state = 'running' returning r.id`,
    runs.map(({ id }) => id),
    outcomes.map(({ state }) => state),
    runs.map(({ changes }) => JSON.stringify(changes.path)),
    outcomes.map((outcome) => (outcome.state === 'waiting' ? JSON.stringify({ ...outcome.call, askedAt: now }) : null)),
    outcomes.map((outcome) => (outcome.state === 'waiting' ? (outcome.wakeAt ?? null) : null)),
    outcomes.map((outcome) => (outcome.state === 'failed' ? JSON.stringify(outcome.error) : null)),
    outcomes.map(({ state }) => (state === 'waiting' ? null : now)),
    runs.map(({ attempts }) => attempts),
  );
}
