import type { Pool, PoolClient } from 'pg';
import { newId } from '../store/new-id.ts';
import { inTransaction } from '../store/transaction.ts';

/** What is known of a person; empty values do not count. */
export interface KnownOfPerson {
  readonly emailAddress?: string | undefined;
  readonly phoneNumber?: string | undefined;
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly title?: string | undefined;
}

/** Contacts that what is known means: how many, and the ids of the first. */
export interface Identified {
  readonly count: number;
  readonly contactIds: readonly string[];
  readonly created: boolean;
}

/** As many ids as a strategy could look at. */
const mostIds = 100;

/**
 * Finds contacts in the field's order of levels: e-mail address, phone number, first and last name together, title. The
 * highest level that is known decides, those below narrow what it found as long as somebody is left.
 */
export async function identifyContact(
  pool: Pool,
  tenantId: string,
  person: KnownOfPerson,
  create: boolean,
): Promise<Identified> {
  const known = cleaned(person);
  const found = await find(pool, tenantId, known);
  const canBeMade = known.emailAddress ?? known.phoneNumber ?? known.lastName ?? known.firstName;
  if (found.length > 0 || !create || canBeMade === undefined) {
    return { count: found.length, contactIds: found.slice(0, mostIds), created: false };
  }
  return inTransaction(pool, async (client) => make(client, tenantId, known));
}

function cleaned(person: KnownOfPerson): KnownOfPerson {
  const entries = Object.entries(person)
    .map(([key, value]) => [key, typeof value === 'string' ? value.trim() : ''] as const)
    .filter(([, value]) => value !== '');
  const known: KnownOfPerson = Object.fromEntries(entries);
  return known.emailAddress === undefined ? known : { ...known, emailAddress: known.emailAddress.toLowerCase() };
}

/** Each level as SQL over `contacts c`, with the values it compares. */
function levelsOf(known: KnownOfPerson): { readonly sql: string; readonly values: readonly string[] }[] {
  const { emailAddress, phoneNumber, firstName, lastName, title } = known;
  const byAddress = `exists (select from contact_addresses a where a.contact_id = c.id and a.tenant_id = c.tenant_id and a.kind = '%' and a.value = ?)`;
  return [
    ...(emailAddress === undefined ? [] : [{ sql: byAddress.replace('%', 'email'), values: [emailAddress] }]),
    ...(phoneNumber === undefined ? [] : [{ sql: byAddress.replace('%', 'phone'), values: [phoneNumber] }]),
    ...(firstName === undefined || lastName === undefined
      ? []
      : [{ sql: 'lower(c.first_name) = lower(?) and lower(c.last_name) = lower(?)', values: [firstName, lastName] }]),
    ...(title === undefined ? [] : [{ sql: 'lower(c.title) = lower(?)', values: [title] }]),
  ];
}

async function find(pool: Pool, tenantId: string, known: KnownOfPerson): Promise<string[]> {
  let found: string[] | undefined;
  for (const { sql, values } of levelsOf(known)) {
    let next = 3;
    const numbered = sql.replaceAll('?', () => `$${next++}`);
    const { rows } = await pool.query<{ id: string }>(
      `select c.id from contacts c where c.tenant_id = $1 and ($2::uuid[] is null or c.id = any($2)) and ${numbered}
       order by c.created_at limit 1000`,
      [tenantId, found ?? null, ...values],
    );
    const ids = rows.map((row) => row.id);
    // a lower level narrows; it does not make an address belong to nobody
    if (found === undefined || ids.length > 0) found = ids;
    if (found.length <= 1) break;
  }
  return found ?? [];
}

/** Makes the contact. Whoever has an address first keeps it: then theirs is the contact. */
async function make(client: PoolClient, tenantId: string, known: KnownOfPerson): Promise<Identified> {
  const { emailAddress, phoneNumber, firstName, lastName, title } = known;
  const addresses = [
    ...(emailAddress === undefined ? [] : [{ kind: 'email', value: emailAddress }]),
    ...(phoneNumber === undefined ? [] : [{ kind: 'phone', value: phoneNumber }]),
  ];
  const id = newId();
  await client.query('insert into contacts (id, tenant_id, title, first_name, last_name) values ($1, $2, $3, $4, $5)', [
    id,
    tenantId,
    title,
    firstName,
    lastName,
  ]);
  const taken = await client.query(
    `insert into contact_addresses (tenant_id, kind, value, contact_id, is_primary)
     select $1, a.kind, a.value, $2, true from unnest($3::text[], $4::text[]) as a(kind, value) on conflict do nothing`,
    [tenantId, id, addresses.map(({ kind }) => kind), addresses.map(({ value }) => value)],
  );
  if (addresses.length === 0 || (taken.rowCount ?? 0) > 0) return { count: 1, contactIds: [id], created: true };
  await client.query('delete from contacts where id = $1', [id]);
  const { rows } = await client.query<{ contact_id: string }>(
    `select contact_id from contact_addresses where tenant_id = $1 and (kind, value) in (select * from unnest($2::text[], $3::text[]))
     order by kind limit 1`,
    [tenantId, addresses.map(({ kind }) => kind), addresses.map(({ value }) => value)],
  );
  return { count: rows.length, contactIds: rows.map((row) => row.contact_id), created: false };
}
