import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import type { Lately, RoutingAgent } from './choose-agents.ts';
import type { TargetSet } from './load-requests.ts';
import { type PartyEvent, latelyOf } from './lately-of.ts';

/** The field's sliding window. */
const windowMs = 3600_000;
/** Statistics of an hour do not change within seconds. */
const keptForMs = 5000;
/** Events of the window that are looked at, the newest first: as many as some hundred agents make in an hour. */
const mostEvents = 50_000;

const kept = new LRUCache<string, ReadonlyMap<string, Lately>>({ max: 1000, ttl: keptForMs });

interface Wish {
  readonly tenantId: string;
  readonly now: Date;
  readonly agents: readonly RoutingAgent[];
  readonly sets: readonly TargetSet[];
}

/** The agents with what they did lately, where a request chooses by it; nothing is asked otherwise. */
export async function withLately(pool: Pool, { tenantId, now, agents, sets }: Wish): Promise<readonly RoutingAgent[]> {
  const isAsked = sets.some(
    ({ selection: { statistic } }) => statistic === 'agent-occupancy' || statistic === 'interactions-handled',
  );
  if (!isAsked) return agents;
  const lately = kept.get(tenantId) ?? (await load(pool, tenantId, now));
  kept.set(tenantId, lately);
  return agents.map((agent) => ({ ...agent, lately: lately.get(agent.userName) ?? { handled: 0, occupancy: 0 } }));
}

async function load(pool: Pool, tenantId: string, now: Date): Promise<ReadonlyMap<string, Lately>> {
  const from = new Date(now.getTime() - windowMs);
  const { rows } = await pool.query<PartyEvent>(
    `select agent, "interactionId", "isBegin", at from (
       select party ->> 'name' as agent, interaction_id as "interactionId", kind = 'PartyAdded' as "isBegin", at, id from events
       where tenant_id = $1 and at > $2 and kind in ('PartyAdded', 'PartyRemoved') and party ->> 'kind' = 'agent'
       order by at desc limit ${mostEvents}) as newest
     order by at, id`,
    [tenantId, from],
  );
  const sessions = await pool.query<{ agent: string; since: Date; handling: string[] }>(
    `select a.user_name as agent, s.logged_in_at as since,
       array(select i.id::text from interactions i where i.agent_id = a.id and i.state = 'handling') as handling
     from agent_sessions s join agents a on a.id = s.agent_id where s.tenant_id = $1`,
    [tenantId],
  );
  return latelyOf({ events: rows, sessions: sessions.rows, from, now });
}
