import type { Pool } from 'pg';
import type { Counts } from '#dsl/protocol/processes.ts';

/** How many interactions stand where now, workbins included: counted over live interactions only, by the index of each state. */
export async function countInteractions(pool: Pool, tenantId: string): Promise<Counts> {
  const [queues, strategies, agents] = await Promise.all([
    pool.query<{ queue: string; queued: number; held: number; oldest: Date | null }>(
      `select queue, count(*) filter (where not is_held)::int as queued, count(*) filter (where is_held)::int as held, min(placed_at) as oldest
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
      queues.rows.map(({ queue, queued, held, oldest }) => [
        queue,
        { queued, held, oldestAt: oldest?.toISOString() ?? null },
      ]),
    ),
    strategies: Object.fromEntries(strategies.rows.map(({ strategy, runs }) => [strategy, runs])),
    inviting: inState('inviting'),
    handling: inState('handling'),
  };
}
