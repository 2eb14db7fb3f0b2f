import type { Pool, PoolClient } from 'pg';
import type { WorkbinOwner } from '#dsl/model/workbin.ts';

/** An owner as interactions carry it. */
export interface StoredOwner {
  /** `agent:ID`, or the type and the name. */
  readonly key: string;
  /** The account, when the owner is an agent. */
  readonly agentId: string | null;
}

/** Finds whose workbin is meant; undefined for an agent or group that does not exist. */
export async function findOwner(
  client: Pool | PoolClient,
  tenantId: string,
  owner: WorkbinOwner,
): Promise<StoredOwner | undefined> {
  const { type, name } = owner;
  if (type === 'agent') {
    const { rows } = await client.query<{ id: string }>(
      'select id from agents where tenant_id = $1 and user_name = $2 and enabled',
      [tenantId, name],
    );
    return rows[0] === undefined ? undefined : ownerOfAgent(rows[0].id);
  }
  if (type === 'agent-group') {
    const found = await client.query('select from agent_groups where tenant_id = $1 and name = $2', [tenantId, name]);
    if (found.rowCount === 0) return undefined;
  }
  return { key: `${type}:${name}`, agentId: null };
}

/** The workbins of an agent by account. */
export function ownerOfAgent(agentId: string): StoredOwner {
  return { key: `agent:${agentId}`, agentId };
}

/** SQL for the owners whose workbins an agent may look into and pull from: themselves and their groups. */
export function ownersOfAgent(agent: '$1' | '$2'): string {
  return `select 'agent:' || ${agent}::text union all
    select 'agent-group:' || g.group_name from agent_group_members g where g.agent_id = ${agent}::text`;
}

/** SQL for the agent of an owner in a column, null for other owners. */
export function agentOfOwner(column: string): string {
  return `case when ${column} like 'agent:%' then substr(${column}, 7) end`;
}

/** Accounts of those who may look into workbins of these owners. */
export async function agentsOfOwners(
  pool: Pool,
  tenantId: string,
  owners: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ id: string }>(
    `select substr(owner, 7) as id from unnest($2::text[]) as owner where owner like 'agent:%'
     union select g.agent_id from agent_group_members g
     where g.tenant_id = $1 and g.group_name in (select substr(owner, 13) from unnest($2::text[]) as owner where owner like 'agent-group:%')`,
    [tenantId, owners],
  );
  return new Set(rows.map(({ id }) => id));
}
