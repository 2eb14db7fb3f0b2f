import type { Pool } from 'pg';
import type { Counts } from '#dsl/protocol/processes.ts';

interface QueueRow {
  readonly queue: string;
  readonly queued: number;
  readonly held: number;
  readonly oldest: Date | null;
  readonly average: Date | null;
}

/** How many interactions stand where now, workbins included: counted over live interactions only, by the index of each state. */
export async function countInteractions(pool: Pool, tenantId: string): Promise<Counts> {
  const [queues, strategies, agents] = await Promise.all([
    pool.query<QueueRow>(
      `select queue, count(*) filter (where not is_held)::int as queued, count(*) filter (where is_held)::int as held, min(placed_at) as oldest,
         to_timestamp(round(avg(extract(epoch from placed_at)))) as average
       from (select queue, is_held, placed_at from interactions where tenant_id = $1 and state = 'queued'
         union all select queue, is_held, placed_at from interactions where tenant_id = $1 and state = 'workbin') i group by queue`,
      [tenantId],
    ),
    pool.query<{ strategy: string; runs: number }>(
      `select strategy, count(*)::int as runs from runs where tenant_id = $1 and state in ('running', 'waiting') group by strategy`,
      [tenantId],
    ),
    pool.query<{ state: string; count: number }>(
      `select state, count(*)::int as count from interactions where tenant_id = $1 and state in ('inviting', 'handling') group by state`,
      [tenantId],
    ),
  ]);
  const inState = (state: string): number => agents.rows.find((row) => row.state === state)?.count ?? 0;
  return {
    queues: Object.fromEntries(
      queues.rows.map(({ queue, queued, held, oldest, average }) => [
        queue,
        { queued, held, oldestAt: oldest?.toISOString() ?? null, averageAt: average?.toISOString() ?? null },
      ]),
    ),
    strategies: Object.fromEntries(strategies.rows.map(({ strategy, runs }) => [strategy, runs])),
    inviting: inState('inviting'),
    handling: inState('handling'),
  };
}
