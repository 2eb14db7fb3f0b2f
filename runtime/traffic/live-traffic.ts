import type { Pool } from 'pg';

/** Runs that are under way, of one strategy for one view, standing at one block. */
export interface LiveRuns {
  readonly process: string;
  readonly strategy: string;
  readonly queue: string;
  readonly view: string;
  /** The block whose host call they wait for; null while they compute. */
  readonly block: string | null;
  readonly count: number;
  readonly oldestAt: Date;
  /** Sum of the times at which they began, in Unix seconds. */
  readonly beganSum: number;
}

/** Blocks that runs under way have passed, of runs that began within the last hour. */
export interface LivePasses {
  readonly process: string;
  readonly strategy: string;
  readonly block: string;
  readonly port: string;
  readonly hour: number;
  readonly five: number;
}

/** Runs under way now, and what they have passed so far. */
export interface LiveTraffic {
  readonly runs: readonly LiveRuns[];
  readonly passes: readonly LivePasses[];
}

const maxLines = 3000;

/** Counts runs that are under way, by the index of these alone. */
export async function liveTraffic(pool: Pool, tenantId: string, now: Date): Promise<LiveTraffic> {
  const [runs, passes] = await Promise.all([
    pool.query<LiveRuns>(
      `select v.process, r.strategy, r.queue, r.view, r.waiting_for ->> 'block' as block, count(*)::int as count,
         min(r.started_at) as "oldestAt", sum(extract(epoch from r.started_at))::float8 as "beganSum"
       from runs r join process_versions v on v.id = r.version_id
       where r.tenant_id = $1 and r.state in ('running', 'waiting') group by 1, 2, 3, 4, 5 order by count desc limit ${maxLines}`,
      [tenantId],
    ),
    pool.query<LivePasses>(
      `select v.process, coalesce(step ->> 'strategy', r.strategy) as strategy, step ->> 'block' as block, step ->> 'port' as port,
         count(*)::int as hour, count(*) filter (where r.started_at > $2::timestamptz - interval '5 minutes')::int as five
       from runs r join process_versions v on v.id = r.version_id cross join jsonb_array_elements(r.path) step
       where r.tenant_id = $1 and r.state in ('running', 'waiting') and r.started_at > $2::timestamptz - interval '1 hour'
       group by 1, 2, 3, 4 order by hour desc limit ${maxLines}`,
      [tenantId, now],
    ),
  ]);
  return { runs: runs.rows, passes: passes.rows };
}
