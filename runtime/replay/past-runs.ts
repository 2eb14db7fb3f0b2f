import type { Pool, PoolClient } from 'pg';
import type { JournalEntry, PathStep, RunFailure, RunInput } from '#dsl/compile/run-contract.ts';
import { hasPlaced } from '#dsl/blocks/has-placed.ts';
import { maxTextCharacters } from '../strategy/execute/live-run.ts';
import { inTransaction } from '../store/transaction.ts';

/** A run that is over, as another version may be tried over it. */
export interface PastRun {
  readonly runId: string;
  readonly interactionId: string;
  readonly strategy: string;
  /** The queue and the view it was taken from. */
  readonly queue: string;
  readonly view: string;
  readonly subject: string;
  readonly version: number;
  readonly startedAt: string;
  readonly state: 'ended' | 'failed';
  readonly errorQueue: string;
  readonly path: readonly PathStep[];
  readonly error: RunFailure | null;
  readonly input: RunInput;
  readonly journal: readonly JournalEntry[];
}

interface RunRow {
  readonly id: string;
  readonly interaction_id: string;
  readonly strategy: string;
  readonly queue: string;
  readonly view: string;
  readonly subject: string;
  readonly version: number;
  readonly started_at: Date;
  readonly state: 'ended' | 'failed';
  readonly error_queue: string | null;
  readonly path: readonly PathStep[];
  readonly error: RunFailure | null;
  readonly input: RunInput;
  readonly text: string;
}

interface JournalRow {
  readonly run_id: string;
  readonly seq: number;
  readonly block: string;
  readonly name: string;
  readonly params: JournalEntry['params'];
  readonly result: NonNullable<JournalEntry['result']> | null;
  readonly error: RunFailure | null;
  readonly data: NonNullable<JournalEntry['data']> | null;
  readonly answered_at: Date;
}

/** Longest time the database may look for runs: a strategy that is hardly ever taken would have it read all of them. */
const longestSearchMs = 10_000;

/** The last runs of a strategy that are over, newest first, with their journals; of every version of the process. */
export function readPastRuns(
  pool: Pool,
  { tenantId, process, strategy, count }: { tenantId: string; process: string; strategy: string; count: number },
): Promise<PastRun[]> {
  return inTransaction(pool, async (client) => {
    await client.query(`set local statement_timeout = ${longestSearchMs}`);
    // ids of runs begin with their time, so the newest are found from the end of their index
    const { rows } = await client.query<RunRow>(
      `select ${columns} from ${source}
       where r.tenant_id = $1 and v.process = $2 and r.strategy = $3 and r.state in ('ended', 'failed')
       order by r.id desc limit $4`,
      [tenantId, process, strategy, count],
    );
    return withJournals(client, rows);
  });
}

/** Runs of a shadow's rollout that are over and have not been compared. */
export async function readRunsToCompare(pool: Pool, rolloutId: string, count: number): Promise<PastRun[]> {
  const { rows } = await pool.query<RunRow>(
    `select ${columns} from ${source} where r.rollout_id = $1 and r.state in ('ended', 'failed') limit $2`,
    [rolloutId, count],
  );
  return withJournals(pool, rows);
}

const columns = `r.id, r.interaction_id, r.strategy, r.queue, r.view, coalesce(i.subject, '') as subject, v.version, r.started_at, r.state,
  r.path, r.error, r.input, v.document->>'errorQueue' as error_queue, left(coalesce(m.text, ''), ${maxTextCharacters}) as text`;
const source = `runs r join process_versions v on v.id = r.version_id
  left join interactions i on i.id = r.interaction_id left join messages m on m.interaction_id = r.interaction_id`;

async function withJournals(client: Pool | PoolClient, rows: readonly RunRow[]): Promise<PastRun[]> {
  const journals = await client.query<JournalRow>(
    `select run_id, seq, block, name, params, result, error, data, answered_at from journal
     where run_id = any($1) order by run_id, answered_at, seq`,
    [rows.map(({ id }) => id)],
  );
  const byRun = Map.groupBy(journals.rows, (row) => row.run_id);
  return rows.map((row) => pastRun(row, byRun.get(row.id) ?? []));
}

function pastRun(row: RunRow, journal: readonly JournalRow[]): PastRun {
  const { input } = row;
  return {
    runId: row.id,
    interactionId: row.interaction_id,
    strategy: row.strategy,
    queue: row.queue,
    view: row.view,
    subject: row.subject,
    version: row.version,
    startedAt: row.started_at.toISOString(),
    state: row.state,
    errorQueue: row.error_queue ?? 'ErrorHeld',
    path: row.path,
    error: row.error,
    // the body is not part of the stored input: it never changes
    input: { ...input, interaction: { ...input.interaction, text: row.text } },
    journal: journal.map(entryOf),
  };
}

function entryOf({ seq, block, name, params, result, error, data, answered_at: at }: JournalRow): JournalEntry {
  return {
    seq,
    block,
    name,
    params,
    at: at.getTime(),
    ...(result !== null && { result, placed: hasPlaced(name, result) }),
    ...(error !== null && { error }),
    ...(data !== null && { data }),
  };
}
