import { CodedError } from '#dsl/errors/coded-error.ts';
import { eventRow } from '../routing/event-row.ts';
import { insertRows } from '../store/insert-rows.ts';
import { inRetriedTransaction } from '../store/retried-transaction.ts';
import { publish } from '../store/signal.ts';
import type { AgentDeps } from './agent-deps.ts';
import { loadAgent } from './load-agent.ts';

/**
 * Opens the agent's session with these media, or all that their capacity rule allows, not ready. An agent who is logged in keeps their session and readiness and only
 * gets the media they lack. Throws `request/conflict` for an account that is disabled.
 */
export async function loginAgent(deps: AgentDeps, agentId: string, media?: readonly string[]): Promise<void> {
  const now = deps.now();
  await inRetriedTransaction(deps.pool, async (client) => {
    const agent = await loadAgent(client, agentId);
    if (!agent.enabled) {
      throw new CodedError('request/conflict', { kind: 'agent', name: agent.userName, reason: 'is disabled' });
    }
    const session = await client.query<{ is_new: boolean }>(
      `insert into agent_sessions (agent_id, tenant_id, logged_in_at) values ($1, $2, $3)
       on conflict (agent_id) do update set last_seen_at = now() returning xmax = 0 as is_new`,
      [agentId, agent.tenantId, now],
    );
    const added = await client.query<{ media: string }>(
      `insert into agent_media (agent_id, media, since, idle_since)
       select $1, media, $3, $3 from (
         select distinct unnest(coalesce($2::text[], (select array_agg(key) from agents a, jsonb_each_text(a.capacity)
           where a.id = $1 and value::int > 0), '{email}')) as media) as wanted order by media
       on conflict do nothing returning media`,
      [agentId, media ?? null, now],
    );
    const party = { kind: 'agent', name: agent.userName } as const;
    const about = { tenantId: agent.tenantId, at: now, party };
    const events = [
      ...(session.rows[0]?.is_new === true ? [{ ...about, kind: 'AgentLogin', facts: { agent: agent.userName } }] : []),
      ...added.rows.map((row) => ({
        ...about,
        kind: 'MediaAdded',
        facts: { agent: agent.userName, media: row.media },
      })),
    ];
    if (events.length === 0) return;
    await insertRows(client, 'events', events.map(eventRow));
    await publish(client, [{ kind: 'agent', tenantId: agent.tenantId, agentId }]);
  });
}
