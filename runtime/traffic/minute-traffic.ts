import type { Pool } from 'pg';

/** Interactions that came into a queue or workbin, left it, or were stopped, during a minute. */
export interface QueueMoves {
  readonly way: 'in' | 'out' | 'stop';
  /** '' for what was stopped. */
  readonly queue: string;
  /** Kind of party that did it, with its name for media servers and strategies: `strategy:NAME`, `agent`. */
  readonly by: string;
  /** The view it was taken by; '' where there is none. */
  readonly view: string;
  readonly count: number;
  readonly errors: number;
}

/** Runs of a strategy that ended during a minute, by where their interactions came from. */
export interface EndedRuns {
  readonly process: string;
  readonly strategy: string;
  readonly queue: string;
  readonly view: string;
  readonly count: number;
  readonly errors: number;
}

/** How often runs that ended during a minute had left a block by a port. */
export interface Passes {
  readonly process: string;
  readonly strategy: string;
  readonly block: string;
  /** '' where the run failed. */
  readonly port: string;
  readonly count: number;
}

/** What moved during a minute. */
export interface MinuteTraffic {
  readonly moves: readonly QueueMoves[];
  readonly runs: readonly EndedRuns[];
  readonly passes: readonly Passes[];
}

/** Most lines of each kind kept of a minute, the busiest first: nobody looks at more, and memory stays bounded. */
const maxLines = 3000;

const moves = `
  select case when kind like 'Placed%' then 'in' when kind like 'Taken%' then 'out' else 'stop' end as way,
    coalesce(facts ->> 'queue', facts ->> 'workbin', '') as queue,
    case when party ->> 'kind' in ('media', 'strategy') then (party ->> 'kind') || ':' || (party ->> 'name') else party ->> 'kind' end as by,
    coalesce(facts ->> 'view', '') as view, count(*)::int as count, count(*) filter (where facts ? 'problem')::int as errors
  from events
  where tenant_id = $1 and at >= $2 and at < $3
    and kind in ('PlacedInQueue', 'PlacedInWorkbin', 'TakenFromQueue', 'TakenFromWorkbin', 'ProcessingStopped')
  group by 1, 2, 3, 4 order by count desc limit ${maxLines}`;

const ended = `select r.*, v.process from runs r join process_versions v on v.id = r.version_id
  where r.tenant_id = $1 and r.ended_at >= $2 and r.ended_at < $3`;

const runs = `
  select process, strategy, queue, view, count(*)::int as count,
    count(*) filter (where state = 'failed' or path @> '[{"port": "error"}]')::int as errors
  from (${ended}) ended group by 1, 2, 3, 4 order by count desc limit ${maxLines}`;

const passes = `
  select process, strategy, block, port, count(*)::int as count from (
    select process, coalesce(step ->> 'strategy', strategy) as strategy, step ->> 'block' as block, step ->> 'port' as port
    from (${ended}) ended cross join jsonb_array_elements(path) step
    union all
    select process, strategy, error ->> 'block', '' from (${ended}) ended where state = 'failed' and error ? 'block'
  ) passed group by 1, 2, 3, 4 order by count desc limit ${maxLines}`;

/**
 * Counts what moved from one time to another by the event log and the runs that ended: two ranges of an index each, whatever else
 * the tables hold. The hot path writes nothing for it.
 */
export async function minuteTraffic(pool: Pool, tenantId: string, from: Date, to: Date): Promise<MinuteTraffic> {
  const span = [tenantId, from, to];
  const [moved, ran, passed] = await Promise.all([
    pool.query<QueueMoves>(moves, span),
    pool.query<EndedRuns>(runs, span),
    pool.query<Passes>(passes, span),
  ]);
  return { moves: moved.rows, runs: ran.rows, passes: passed.rows };
}
