import type { Pool, PoolClient } from 'pg';
import type { RoutingAgent } from './seat.ts';

interface AgentRow {
  readonly id: string;
  readonly user_name: string;
  readonly skills: Readonly<Record<string, number>>;
  readonly groups: readonly string[];
  readonly do_not_disturb: boolean;
  readonly media: RoutingAgent['media'] | null;
  readonly in_hand: Readonly<Record<string, number>> | null;
  readonly capacity: Readonly<Record<string, number>>;
}

const query = `select a.id, a.user_name, a.skills, s.do_not_disturb, a.capacity,
    array(select g.group_name from agent_group_members g where g.agent_id = a.id) as groups,
    (select jsonb_object_agg(m.media, jsonb_build_object('isReady', m.ready, 'idleSince', extract(epoch from m.idle_since) * 1000))
     from agent_media m where m.agent_id = a.id) as media,
    (select jsonb_object_agg(h.media, h.count) from (
       select i.media, count(*) from interactions i
       where i.agent_id = a.id and i.state in ('inviting', 'handling') group by i.media) as h) as in_hand
  from agent_sessions s join agents a on a.id = s.agent_id and a.enabled
  where s.tenant_id = $1`;

/** Agents of the tenant who are logged in and enabled, with what they have now; all of them or those given. */
export async function loadAgents(
  client: Pool | PoolClient,
  tenantId: string,
  agentIds?: readonly string[],
): Promise<RoutingAgent[]> {
  const [some, values] = agentIds === undefined ? ['', []] : [' and s.agent_id = any($2)', [agentIds]];
  const { rows } = await client.query<AgentRow>(query + some, [tenantId, ...values]);
  return rows.map(agentOf);
}

/** As `loadAgents`, a page of all in the order of ids: `limit` of those after the id given, from the first on without one. */
export async function loadAgentsAfter(
  client: Pool | PoolClient,
  tenantId: string,
  page: { readonly after: string | undefined; readonly limit: number },
): Promise<RoutingAgent[]> {
  const { rows } = await client.query<AgentRow>(`${query} and s.agent_id > $2 order by s.agent_id limit $3`, [
    tenantId,
    page.after ?? '',
    page.limit,
  ]);
  return rows.map(agentOf);
}

function agentOf(row: AgentRow): RoutingAgent {
  return {
    id: row.id,
    userName: row.user_name,
    groups: new Set(row.groups),
    skills: row.skills,
    doNotDisturb: row.do_not_disturb,
    media: row.media ?? {},
    inHand: row.in_hand ?? {},
    capacity: row.capacity,
  };
}
