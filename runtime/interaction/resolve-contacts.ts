import type { Address } from '#dsl/protocol/interactions.ts';
import { personNames } from '../media/email/attached-data.ts';
import type { FlightTransaction } from '../store/flight-transaction.ts';
import { type Statement, sql } from '../store/in-flight.ts';
import { newId } from '../store/new-id.ts';

/** Somebody who wrote. */
export interface Person {
  readonly tenantId: string;
  readonly from: Address;
  /** What the address is, where the medium says so. */
  readonly kind?: string | undefined;
}

/** The contact that has an address. */
export interface ContactRow {
  readonly tenant_id: string;
  readonly kind: string;
  readonly value: string;
  readonly contact_id: string;
}

/** Level 0 (EmailAddress) or 1 (PhoneNumber), unless the medium has addresses of its own: a number holds no letters and no at sign. */
function kindOf({ from, kind }: Person): string {
  return kind ?? (/^\+?\d[\d ]*$/.test(from.address) ? 'phone' : 'email');
}

/** Key of a person in the result of `resolveContacts`. */
export function contactKey(person: Person): string {
  return keyOf(person.tenantId, kindOf(person), person.from.address);
}

function keyOf(tenantId: string, kind: string, address: string): string {
  return `${tenantId} ${kind} ${address.toLowerCase()}`;
}

/** Asks for the contacts of these people: one statement, or none when nobody is asked for. */
export function askForContacts(people: readonly Person[]): readonly Statement<ContactRow>[] {
  if (people.length === 0) return [];
  return [
    sql(
      `select a.tenant_id, a.kind, a.value, a.contact_id from unnest($1::text[], $2::text[], $3::text[]) as w(tenant_id, value, kind)
       join contact_addresses a on a.tenant_id = w.tenant_id and a.kind = w.kind and a.value = w.value`,
      people.map(({ tenantId }) => tenantId),
      people.map(({ from }) => from.address.toLowerCase()),
      people.map(kindOf),
    ),
  ];
}

/**
 * The contact of each address (identification levels 0 and 1, EmailAddress and PhoneNumber); those who are not `known` become contacts with the name
 * they gave.
 */
export async function resolveContacts(
  transaction: FlightTransaction,
  people: readonly Person[],
  known: readonly ContactRow[],
): Promise<ReadonlyMap<string, string>> {
  const contacts = new Map(known.map((row) => [keyOf(row.tenant_id, row.kind, row.value), row.contact_id]));
  const strangers = new Map(
    people.flatMap((person) => {
      const key = contactKey(person);
      return contacts.has(key) ? [] : [[key, { ...person, key, contactId: newId() }] as const];
    }),
  );
  if (strangers.size === 0) return contacts;
  const wanted = [...strangers.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const [made] = await transaction.send([makeContacts(wanted)]);
  const ids = new Set(made.map(({ contact_id }) => contact_id));
  for (const { key, contactId } of wanted) if (ids.has(contactId)) contacts.set(key, contactId);
  // Somebody else made the same contact at this moment: whoever gets the address first keeps it.
  const late = wanted.filter(({ contactId }) => !ids.has(contactId));
  const [theirs = []] = late.length === 0 ? [] : await transaction.send(askForContacts(late));
  for (const row of theirs) contacts.set(keyOf(row.tenant_id, row.kind, row.value), row.contact_id);
  return contacts;
}

/** Makes a contact for each address that nobody has taken; answers those it made. */
function makeContacts(wanted: readonly (Person & { contactId: string })[]): Statement<{ contact_id: string }> {
  const names = wanted.map(({ from }) => personNames(from.name));
  return sql(
    `with mine as (
       select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
         as m(contact_id, tenant_id, value, first_name, last_name, kind)
     ), taken as (
       insert into contact_addresses (tenant_id, kind, value, contact_id, is_primary)
       select tenant_id, kind, value, contact_id, true from mine on conflict do nothing returning contact_id
     ), made as (
       insert into contacts (id, tenant_id, first_name, last_name)
       select contact_id, tenant_id, first_name, last_name from mine join taken using (contact_id)
     ) select contact_id from taken`,
    wanted.map(({ contactId }) => contactId),
    wanted.map(({ tenantId }) => tenantId),
    wanted.map(({ from }) => from.address.toLowerCase()),
    names.map(({ first }) => first || null),
    names.map(({ last }) => last || null),
    wanted.map(kindOf),
  );
}
