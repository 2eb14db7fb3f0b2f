import type { Pool } from 'pg';
import type { WakeUps } from '../queue/wake-ups.ts';

/** What the time limits of routing need. */
export interface TimeLimitDeps {
  readonly pool: Pool;
  readonly wake: Pick<WakeUps, 'queue' | 'run'>;
}

/** More come with the next look, a second later at most. */
const maxAtOnce = 500;

/** Answers requests whose time is over while nobody is invited: the strategy goes on at "timeout". Answers how many. */
export async function timeOutRequests(deps: TimeLimitDeps, tenantIds: readonly string[], now: Date): Promise<number> {
  const { rows } = await deps.pool.query<{ run_id: string }>(
    `with due as (
       delete from routing_requests where interaction_id in (
         select interaction_id from routing_requests
         where agent_id is null and run_id is not null and deadline_at <= $2 and tenant_id = any($1)
         order by deadline_at limit ${maxAtOnce} for update skip locked)
       returning run_id, seq
     ), answered as (
       insert into answers (run_id, seq, result, at) select run_id, seq, '{"timeout": true}', $2 from due
       on conflict do nothing
     )
     select run_id from due`,
    [tenantIds, now],
  );
  for (const { run_id } of rows) await deps.wake.run(run_id);
  return rows.length;
}
