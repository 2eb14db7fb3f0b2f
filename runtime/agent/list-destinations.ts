import type { Pool } from 'pg';
import type { Destinations } from '#dsl/protocol/desktop.ts';
import { sortedWorkbins } from './list-workbins.ts';
import type { ActiveProcesses } from '../interaction/active-processes.ts';

/** Whom a list of colleagues names at most: those who are ready come first. */
const mostColleagues = 1000;

/** Where an agent may give what they handle: colleagues and how they stand, groups, and the workbins of active processes. */
export async function listDestinations(
  pool: Pool,
  active: Pick<ActiveProcesses, 'workbins'>,
  agent: { readonly id: string; readonly tenantId: string },
): Promise<Destinations> {
  const [agents, groups] = await Promise.all([
    pool.query<Destinations['agents'][number]>(
      `select a.user_name as "userName", coalesce(nullif(trim(a.first_name || ' ' || a.last_name), ''), a.user_name) as name,
         s.agent_id is not null as "isLoggedIn",
         coalesce((select array_agg(m.media order by m.media) from agent_media m
           where m.agent_id = a.id and m.ready and not s.do_not_disturb), '{}') as "readyFor"
       from agents a left join agent_sessions s on s.agent_id = a.id
       where a.tenant_id = $1 and a.id <> $2 and a.enabled
       order by s.agent_id is null, name limit ${mostColleagues}`,
      [agent.tenantId, agent.id],
    ),
    pool.query<{ name: string }>('select name from agent_groups where tenant_id = $1 order by name', [agent.tenantId]),
  ]);
  const workbins = sortedWorkbins(active, agent.tenantId).map(([name, { owner, displayName }]) => ({
    name,
    displayName: displayName ?? name,
    owner,
  }));
  return { agents: agents.rows, groups: groups.rows.map(({ name }) => name), workbins };
}
