import type { Pool, PoolClient } from 'pg';
import type { RoutingAgent } from './choose-agents.ts';

interface AgentRow {
  readonly id: string;
  readonly user_name: string;
  readonly skills: Readonly<Record<string, number>>;
  readonly groups: readonly string[];
  readonly ready: boolean;
  readonly do_not_disturb: boolean;
  readonly idle_since: Date;
  readonly current: number;
  readonly capacity: number;
  readonly loading_elsewhere: number;
}

/** Agents of the tenant who are logged in for the media type, enabled, with what they have now; all of them or those given. */
export async function loadAgents(
  client: Pool | PoolClient,
  tenantId: string,
  media: string,
  agentIds?: readonly string[],
): Promise<RoutingAgent[]> {
  const { rows } = await client.query<AgentRow>(
    `select a.id, a.user_name, a.skills, m.ready, s.do_not_disturb, m.idle_since,
       array(select g.group_name from agent_group_members g where g.agent_id = a.id) as groups,
       coalesce((a.capacity ->> $2)::int, 0) as capacity,
       (select count(*)::int from interactions i
        where i.agent_id = a.id and i.state in ('inviting', 'handling') and i.media = $2) as current,
       coalesce((select sum(1 / greatest(coalesce((a.capacity ->> i.media)::float8, 1), 1)) from interactions i
        where i.agent_id = a.id and i.state in ('inviting', 'handling') and i.media <> $2), 0)::float8 as loading_elsewhere
     from agent_sessions s
     join agents a on a.id = s.agent_id and a.enabled
     join agent_media m on m.agent_id = s.agent_id and m.media = $2
     where s.tenant_id = $1 and ($3::text[] is null or s.agent_id = any($3))`,
    [tenantId, media, agentIds ?? null],
  );
  return rows.map((row) => ({
    id: row.id,
    userName: row.user_name,
    groups: new Set(row.groups),
    skills: row.skills,
    isReady: row.ready,
    doNotDisturb: row.do_not_disturb,
    idleSince: row.idle_since,
    current: row.current,
    capacity: row.capacity,
    loadingElsewhere: row.loading_elsewhere,
  }));
}

/** How many more interactions the agent may have, ready or not. */
export function room(agent: RoutingAgent): number {
  return Math.max(0, agent.capacity - agent.current);
}

/** How many more interactions the agent may be offered now. */
export function freeCapacity(agent: RoutingAgent): number {
  return agent.isReady && !agent.doNotDisturb ? room(agent) : 0;
}
