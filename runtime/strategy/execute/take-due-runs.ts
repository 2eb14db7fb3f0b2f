import { hasPlaced } from '#dsl/blocks/has-placed.ts';
import type { Pool, PoolClient } from 'pg';
import type { JournalEntry, PendingCall, RunFailure, RunInput } from '#dsl/compile/run-contract.ts';
import type { ActiveProcesses } from '../../interaction/active-processes.ts';
import { inTransaction } from '../../store/transaction.ts';
import { type LiveRun, type RunInteraction, runInteractionColumns, runInteractionJoins } from './live-run.ts';
import { RunChanges } from './run-changes.ts';
import { leaseMs } from './take-interactions.ts';

interface DueRow extends RunInteraction {
  readonly run_id: string;
  readonly version_id: string;
  readonly strategy: string;
  readonly run_queue: string;
  readonly attempts: number;
  readonly losses: number;
  readonly input: RunInput;
  readonly waiting_for: PendingCall | null;
}

interface JournalRow extends Pick<JournalEntry, 'seq' | 'block' | 'name' | 'params'> {
  readonly run_id: string;
  readonly result: Exclude<JournalEntry['result'], undefined> | null;
  readonly error: RunFailure | null;
  readonly data: Exclude<JournalEntry['data'], undefined> | null;
  readonly answered_at: Date;
}

/**
 * Takes up runs that can go on: an answer came, or their time came. What they know is their journal, completed by the
 * answer.
 */
export function takeDueRuns(pool: Pool, active: ActiveProcesses, batch: number): Promise<LiveRun[]> {
  return takeUp(pool, active, {
    sql: `(select a.run_id from answers a join runs w on w.id = a.run_id and w.state = 'waiting' limit $2)
          union (select id from runs where state = 'waiting' and wake_at <= $1 limit $2)`,
    still: `r.state = 'waiting'`,
    limit: batch,
  });
}

/** Takes up one run whose worker is gone. It may be the one that took the worker down: it must not take others along. */
export function takeLostRun(pool: Pool, active: ActiveProcesses): Promise<LiveRun[]> {
  return takeUp(pool, active, {
    sql: `select id from runs where state = 'running' and lease_until < $1`,
    still: `r.state = 'running' and r.lease_until < $1`,
    limit: 1,
  });
}

/**
 * `sql` selects the ids; $1 is the time, $2 the limit. `still` says it of the row `r` itself: PostgreSQL looks at that again
 * once it has the lock, and not at `sql`, so that what another worker took a moment ago is left to it.
 */
async function takeUp(
  pool: Pool,
  active: ActiveProcesses,
  { sql, still, limit }: { readonly sql: string; readonly still: string; readonly limit: number },
): Promise<LiveRun[]> {
  const { rows, journal } = await inTransaction(pool, async (client) => {
    const now = new Date();
    const due = await client.query<{ id: string }>(
      `select r.id from runs r where r.id in (${sql}) and ${still} order by r.id limit $2 for update of r skip locked`,
      [now, limit],
    );
    const locked = due.rows.map((row) => row.id);
    if (locked.length === 0) return { rows: [], journal: [] };
    await answerTimers(client, locked, now);
    await moveAnswersToJournal(client, locked);
    const ids = await ableToGoOn(client, locked);
    if (ids.length === 0) return { rows: [], journal: [] };
    await client.query(
      `update runs set attempts = attempts + 1, losses = case when state = 'running' then losses + 1 else 0 end, state = 'running',
         wake_at = null, lease_until = $2 where id = any($1)`,
      [ids, new Date(now.getTime() + leaseMs)],
    );
    const runs = await client.query<DueRow>(
      `select r.id as run_id, r.version_id, r.strategy, r.queue as run_queue, r.attempts, r.losses, r.input, r.waiting_for, ${runInteractionColumns}
       from runs r join interactions i on i.id = r.interaction_id ${runInteractionJoins} where r.id = any($1)`,
      [ids],
    );
    const entries = await client.query<JournalRow>(
      'select * from journal where run_id = any($1) order by run_id, seq',
      [ids],
    );
    return { rows: runs.rows, journal: entries.rows };
  });
  const byRun = Map.groupBy(journal, (entry) => entry.run_id);
  return Promise.all(rows.map((row) => toLiveRun(row, byRun.get(row.run_id) ?? [], active)));
}

/** A timer that is due is an answer like any other. */
async function answerTimers(client: PoolClient, ids: readonly string[], now: Date): Promise<void> {
  await client.query(
    `insert into answers (run_id, seq, result, at)
     select id, (waiting_for->>'seq')::int, '{}', $2 from runs where id = any($1) and state = 'waiting' and wake_at <= $2
     on conflict do nothing`,
    [ids, now],
  );
}

/** The waiting call gets its entry in the journal; answers to other calls are late (the run has gone on) and dropped. */
async function moveAnswersToJournal(client: PoolClient, ids: readonly string[]): Promise<void> {
  await client.query(
    `with answered as (delete from answers where run_id = any($1) returning *)
     insert into journal (run_id, seq, block, name, params, result, error, data, asked_at, answered_at)
     select a.run_id, a.seq, r.waiting_for->>'block', r.waiting_for->>'name', r.waiting_for->'params', a.result, a.error, a.data,
       coalesce((r.waiting_for->>'askedAt')::timestamptz, a.at), a.at
     from answered a join runs r on r.id = a.run_id and (r.waiting_for->>'seq')::int = a.seq
     on conflict do nothing`,
    [ids],
  );
}

/** A run whose answer was to another call still waits: taken up, it would ask the same again. */
async function ableToGoOn(client: PoolClient, ids: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select r.id from runs r where r.id = any($1) and (r.state = 'running'
       or exists (select from journal j where j.run_id = r.id and j.seq = (r.waiting_for->>'seq')::int))`,
    [ids],
  );
  return rows.map((row) => row.id);
}

async function toLiveRun(row: DueRow, journal: readonly JournalRow[], active: ActiveProcesses): Promise<LiveRun> {
  const { input } = row;
  return {
    id: row.run_id,
    tenantId: row.tenant_id,
    process: await active.version(row.version_id),
    strategy: row.strategy,
    queue: row.run_queue,
    attempts: row.attempts,
    losses: row.losses,
    interaction: row,
    input: { ...input, interaction: { ...input.interaction, text: row.text } },
    journal: journal.map(({ seq, block, name, params, result, error, data, answered_at: at }) => ({
      seq,
      block,
      name,
      params,
      at: at.getTime(),
      ...(result === null ? {} : { result, placed: hasPlaced(name, result) }),
      ...(error === null ? {} : { error }),
      ...(data === null ? {} : { data }),
    })),
    changes: new RunChanges(),
  };
}
