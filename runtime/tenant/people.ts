import type { Pool, PoolClient } from 'pg';
import type { z } from 'zod';
import { CodedError } from '#dsl/errors/coded-error.ts';
import type { Person, savePersonSchema } from '#dsl/protocol/people.ts';
import { publish } from '#runtime/store/signal.ts';
import { inTransaction } from '#runtime/store/transaction.ts';
import type { Accounts } from './accounts.ts';
import { forgetPrinted } from './one-time-password.ts';

/** What is saved of a person. */
export type SavePerson = z.infer<typeof savePersonSchema>;

/** Everybody inside a tenant, by user name. */
export async function listPeople(pool: Pool | PoolClient, tenantId: string): Promise<Person[]> {
  const { rows } = await pool.query<Person>(
    `select a.id, a.user_name as "userName", u.role, a.first_name as "firstName", a.last_name as "lastName", a.email,
       a.signature, a.skills, a.capacity, a.enabled,
       coalesce((select array_agg(m.group_name order by m.group_name) from agent_group_members m where m.agent_id = a.id), '{}') as groups
     from agents a join auth_users u on u.id = a.id
     where a.tenant_id = $1 order by a.user_name`,
    [tenantId],
  );
  return rows;
}

/** Makes a person with account. The password is a one-time one unless `keepsPassword`. */
export async function createPerson(
  { pool, accounts }: { pool: Pool; accounts: Accounts },
  tenantId: string,
  save: SavePerson & { password: string },
  keepsPassword = false,
): Promise<Person> {
  const { userName, role, password } = save;
  const mustChangePassword = !keepsPassword;
  const id = await accounts.create({ userName, name: nameOf(save), role, tenantId, password, mustChangePassword });
  try {
    await inTransaction(pool, async (client) => {
      await client.query('insert into agents (id, tenant_id, user_name) values ($1, $2, $3)', [id, tenantId, userName]);
      await savePerson(client, { tenantId, id }, save);
    });
  } catch (error) {
    await accounts.remove(id);
    throw error;
  }
  return findPerson(pool, tenantId, id);
}

/** Changes a person; a `password` becomes a one-time one. Throws `request/conflict` when no administrator would be left. */
export async function updatePerson(
  { pool, accounts }: { pool: Pool; accounts: Accounts },
  { tenantId, id }: { tenantId: string; id: string },
  save: SavePerson,
): Promise<Person> {
  const before = await findPerson(pool, tenantId, id);
  await inTransaction(pool, async (client) => {
    await savePerson(client, { tenantId, id }, save);
    const { rows } = await client.query<{ left: string }>(
      `select count(*) as left from auth_users where "tenantId" = $1 and role = 'administrator' and enabled`,
      [tenantId],
    );
    if (rows[0]?.left === '0')
      throw new CodedError('request/conflict', {
        kind: 'person',
        name: save.userName,
        reason: 'is the last administrator',
      });
  });
  if (save.password !== undefined) {
    await accounts.resetPassword(id, save.password);
    await forgetPrinted(pool, tenantId, before.userName);
  } else if (before.enabled && !save.enabled) await accounts.endSessions(id);
  return findPerson(pool, tenantId, id);
}

async function findPerson(pool: Pool, tenantId: string, id: string): Promise<Person> {
  const person = (await listPeople(pool, tenantId)).find((candidate) => candidate.id === id);
  if (person === undefined) throw new CodedError('request/not-found', { kind: 'person', name: id });
  return person;
}

async function savePerson(client: PoolClient, who: { tenantId: string; id: string }, save: SavePerson): Promise<void> {
  const { tenantId, id } = who;
  const taken = await client.query('select 1 from auth_users where username = $1 and id <> $2', [save.userName, id]);
  if (taken.rowCount !== 0)
    throw new CodedError('request/conflict', { kind: 'account', name: save.userName, reason: 'exists already' });
  await client.query(
    `update agents set user_name = $3, first_name = $4, last_name = $5, email = $6, signature = $7, skills = $8,
       capacity = $9, enabled = $10 where tenant_id = $1 and id = $2`,
    [
      tenantId,
      id,
      save.userName,
      save.firstName,
      save.lastName,
      save.email,
      save.signature,
      JSON.stringify(save.skills),
      JSON.stringify(save.capacity),
      save.enabled,
    ],
  );
  await client.query(
    'update auth_users set username = $2, name = $3, role = $4, enabled = $5, "updatedAt" = now() where id = $1',
    [id, save.userName, nameOf(save), save.role, save.enabled],
  );
  await saveGroups(client, who, save.groups);
  await publish(client, [
    { kind: 'agent', tenantId, agentId: id },
    { kind: 'routing', tenantId },
  ]);
}

async function saveGroups(client: PoolClient, { tenantId, id }: { tenantId: string; id: string }, groups: string[]) {
  const known = await client.query<{ name: string }>(
    'select name from agent_groups where tenant_id = $1 and name = any($2)',
    [tenantId, groups],
  );
  const unknown = groups.find((group) => !known.rows.some((row) => row.name === group));
  if (unknown !== undefined) throw new CodedError('request/not-found', { kind: 'agent group', name: unknown });
  await client.query('delete from agent_group_members where agent_id = $1 and group_name <> all($2)', [id, groups]);
  await client.query(
    `insert into agent_group_members (tenant_id, group_name, agent_id)
     select $1, name, $2 from unnest($3::text[]) as name on conflict do nothing`,
    [tenantId, id, groups],
  );
}

function nameOf(save: SavePerson): string {
  return [save.firstName, save.lastName].filter((part) => part !== '').join(' ') || save.userName;
}
