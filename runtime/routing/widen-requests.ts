import type { Pool } from 'pg';
import { publish } from '../store/signal.ts';

/** More come with the next look, a second later at most. */
const maxAtOnce = 500;

/** Takes wider targets for requests whose time for them has come while nobody is invited. Answers how many. */
export async function widenRequests(pool: Pool, tenantIds: readonly string[], now: Date): Promise<number> {
  const { rows } = await pool.query<{ tenant_id: string }>(
    `update routing_requests r set targets = r.widening -> 0 -> 'targets', widening = r.widening - 0,
       widen_at = (r.widening -> 1 ->> 'at')::timestamptz
     where r.interaction_id in (
       select interaction_id from routing_requests
       where agent_id is null and widen_at <= $2 and tenant_id = any($1)
       order by widen_at limit ${maxAtOnce} for update skip locked)
     returning r.tenant_id`,
    [tenantIds, now],
  );
  const tenants = new Set(rows.map((row) => row.tenant_id));
  await publish(
    pool,
    [...tenants].map((tenantId) => ({ kind: 'routing', tenantId })),
  );
  return rows.length;
}
