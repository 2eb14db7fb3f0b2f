import type { Pool, PoolClient } from 'pg';
import { inRetriedTransaction } from '../store/retried-transaction.ts';
import { type Requeued, type Revoking, revokeInteractions } from './revoke-interactions.ts';
import type { TimeLimitDeps } from './time-out-requests.ts';

/** More come with the next look, a second later at most. */
const maxAtOnce = 200;

/** Takes back what agents did not accept in time, and makes them not ready for its media type. Answers how many interactions. */
export async function revokeMissed(deps: TimeLimitDeps, tenantIds: readonly string[], now: Date): Promise<number> {
  const agents = await agentsInDelay(deps.pool, tenantIds, now);
  let count = 0;
  for (const agent of agents) {
    const requeued = await inRetriedTransaction(deps.pool, (client) => revokeOf(client, agent, now));
    for (const { tenantId, queue } of requeued) await deps.wake.queue(tenantId, queue);
    count += requeued.length;
  }
  return count;
}

async function agentsInDelay(pool: Pool, tenantIds: readonly string[], now: Date): Promise<Revoking['agent'][]> {
  const { rows } = await pool.query<Revoking['agent']>(
    `select id, tenant_id as "tenantId", user_name as "userName" from agents where id in (
       select agent_id from routing_requests
       where agent_id is not null and expires_at <= $2 and tenant_id = any($1) limit ${maxAtOnce})
     order by id`,
    [tenantIds, now],
  );
  return rows;
}

async function revokeOf(client: PoolClient, agent: Revoking['agent'], now: Date): Promise<Requeued[]> {
  // With the session locked the agent is neither invited nor logged out meanwhile.
  await client.query('select from agent_sessions where agent_id = $1 for update', [agent.id]);
  const { rows } = await client.query<{ interaction_id: string }>(
    'select interaction_id from routing_requests where agent_id = $1 and expires_at <= $2',
    [agent.id, now],
  );
  const requeued = await revokeInteractions(client, {
    agent,
    interactionIds: rows.map((row) => row.interaction_id),
    cause: 'missed',
    party: { kind: 'system', name: 'router' },
    now,
  });
  // What is left belongs to interactions that left the agent by other hands.
  await client.query('delete from routing_requests where agent_id = $1 and expires_at <= $2', [agent.id, now]);
  return requeued;
}
