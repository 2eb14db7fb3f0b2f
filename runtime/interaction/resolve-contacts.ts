import type { PoolClient } from 'pg';
import type { Address } from '#dsl/protocol/interactions.ts';
import { personNames } from '../media/email/attached-data.ts';
import { newId } from '../store/new-id.ts';

interface Person {
  readonly tenantId: string;
  readonly from: Address;
}

/** Key of an address in the result of `resolveContacts`. */
export function contactKey(tenantId: string, address: string): string {
  return `${tenantId} ${address.toLowerCase()}`;
}

/** Finds the contact of each address (identification level 0, EmailAddress) or makes one with the name the sender gave. */
export async function resolveContacts(
  client: PoolClient,
  people: readonly Person[],
): Promise<ReadonlyMap<string, string>> {
  const byKey = new Map(people.map((person) => [contactKey(person.tenantId, person.from.address), person]));
  if (byKey.size === 0) return new Map();
  const wanted = [...byKey.values()].map(({ tenantId, from }) => {
    const { first, last } = personNames(from.name);
    return {
      contact_id: newId(),
      tenant_id: tenantId,
      value: from.address.toLowerCase(),
      first_name: first || null,
      last_name: last || null,
    };
  });
  const known = await lookUp(client, wanted);
  const missing = wanted.filter(({ tenant_id, value }) => !known.has(contactKey(tenant_id, value)));
  if (missing.length === 0) return known;
  const parameters = [JSON.stringify(missing.toSorted((a, b) => (a.value < b.value ? -1 : 1)))];
  await client.query(
    `insert into contacts (id, tenant_id, first_name, last_name)
     select contact_id, tenant_id, first_name, last_name
     from jsonb_to_recordset($1::jsonb) as m(contact_id uuid, tenant_id text, first_name text, last_name text)`,
    parameters,
  );
  // Somebody else may make the same contact at this moment: whoever gets the address first keeps it, ours is taken back.
  await client.query(
    `with mine as (
       select * from jsonb_to_recordset($1::jsonb) as m(contact_id uuid, tenant_id text, value text)
     ), taken as (
       insert into contact_addresses (tenant_id, kind, value, contact_id, is_primary)
       select tenant_id, 'email', value, contact_id, true from mine on conflict do nothing returning contact_id
     ) delete from contacts where id in (select contact_id from mine except select contact_id from taken)`,
    parameters,
  );
  return lookUp(client, wanted);
}

async function lookUp(
  client: PoolClient,
  wanted: readonly { tenant_id: string; value: string }[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ tenant_id: string; value: string; contact_id: string }>(
    `select a.tenant_id, a.value, a.contact_id from unnest($1::text[], $2::text[]) as w(tenant_id, value)
     join contact_addresses a on a.tenant_id = w.tenant_id and a.kind = 'email' and a.value = w.value`,
    [wanted.map((row) => row.tenant_id), wanted.map((row) => row.value)],
  );
  return new Map(rows.map((row) => [contactKey(row.tenant_id, row.value), row.contact_id]));
}
