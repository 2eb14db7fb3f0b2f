import type { Pool, PoolClient } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import type { AgentGroup } from '#dsl/protocol/people.ts';
import { publish } from '#runtime/store/signal.ts';
import { inTransaction } from '#runtime/store/transaction.ts';

/** Groups of agents of a tenant, by name, with their members' account ids. */
export async function listAgentGroups(pool: Pool | PoolClient, tenantId: string): Promise<AgentGroup[]> {
  const { rows } = await pool.query<AgentGroup>(
    `select g.name, g.description,
       coalesce((select array_agg(m.agent_id order by m.agent_id) from agent_group_members m
                 where m.tenant_id = g.tenant_id and m.group_name = g.name), '{}') as members
     from agent_groups g where g.tenant_id = $1 order by g.name`,
    [tenantId],
  );
  return rows;
}

/** Makes a group or changes it. Throws `request/not-found` for a member who is not a person of the tenant. */
export async function saveAgentGroup(pool: Pool, tenantId: string, group: AgentGroup): Promise<void> {
  const { name, description, members } = group;
  await inTransaction(pool, async (client) => {
    await client.query(
      `insert into agent_groups (tenant_id, name, description) values ($1, $2, $3)
       on conflict (tenant_id, name) do update set description = excluded.description`,
      [tenantId, name, description],
    );
    const known = await client.query<{ id: string }>('select id from agents where tenant_id = $1 and id = any($2)', [
      tenantId,
      members,
    ]);
    const unknown = members.find((member) => !known.rows.some((row) => row.id === member));
    if (unknown !== undefined) throw new CodedError('request/not-found', { kind: 'person', name: unknown });
    await client.query(
      'delete from agent_group_members where tenant_id = $1 and group_name = $2 and agent_id <> all($3)',
      [tenantId, name, members],
    );
    await client.query(
      `insert into agent_group_members (tenant_id, group_name, agent_id)
       select $1, $2, id from unnest($3::text[]) as id on conflict do nothing`,
      [tenantId, name, members],
    );
    await publish(client, [{ kind: 'routing', tenantId, groups: true }]);
  });
}

/** Removes a group; strategies that name it route to nobody and say so. */
export async function deleteAgentGroup(pool: Pool, tenantId: string, name: string): Promise<void> {
  const gone = await pool.query('delete from agent_groups where tenant_id = $1 and name = $2', [tenantId, name]);
  if (gone.rowCount === 0) throw new CodedError('request/not-found', { kind: 'agent group', name });
  await publish(pool, [{ kind: 'routing', tenantId, groups: true }]);
}
