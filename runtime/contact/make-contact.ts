import type { PoolClient } from 'pg';
import { coreAttributes } from '#dsl/model/contact-settings.ts';
import { phoneNumber } from '#dsl/model/phone-number.ts';
import { newId } from '../store/new-id.ts';

/**
 * Makes a contact of these attributes and answers its id. Whoever has an address first keeps it: when none of the addresses is
 * free, the contact that has them is answered and none is made.
 */
export async function makeContact(
  client: PoolClient,
  tenantId: string,
  given: Readonly<Record<string, string>>,
): Promise<{ readonly id: string; readonly created: boolean }> {
  const id = newId();
  const own = Object.entries(given).filter(([name]) => coreAttributes.every((core) => core !== name));
  await client.query(
    'insert into contacts (id, tenant_id, title, first_name, last_name, attributes) values ($1, $2, $3, $4, $5, $6)',
    [id, tenantId, given['Title'], given['FirstName'], given['LastName'], JSON.stringify(Object.fromEntries(own))],
  );
  const addresses = addressesOf(given);
  if (addresses.length === 0) return { id, created: true };
  const kinds = addresses.map(({ kind }) => kind);
  const values = addresses.map(({ value }) => value);
  const taken = await client.query(
    `insert into contact_addresses (tenant_id, kind, value, contact_id, is_primary)
     select $1, a.kind, a.value, $2, true from unnest($3::text[], $4::text[]) as a(kind, value) on conflict do nothing`,
    [tenantId, id, kinds, values],
  );
  if ((taken.rowCount ?? 0) > 0) return { id, created: true };
  await client.query('delete from contacts where id = $1', [id]);
  const { rows } = await client.query<{ contact_id: string }>(
    `select contact_id from contact_addresses where tenant_id = $1 and (kind, value) in (select * from unnest($2::text[], $3::text[]))
     order by kind limit 1`,
    [tenantId, kinds, values],
  );
  return { id: rows[0]?.contact_id ?? id, created: false };
}

function addressesOf(given: Readonly<Record<string, string>>): { kind: string; value: string }[] {
  const { EmailAddress: email, PhoneNumber: phone } = given;
  return [
    ...(email === undefined ? [] : [{ kind: 'email', value: email.toLowerCase() }]),
    ...(phone === undefined ? [] : [{ kind: 'phone', value: phoneNumber(phone) ?? phone }]),
  ];
}
