import { phoneNumber as readNumber } from '#dsl/model/phone-number.ts';
import type { HostCallHandler } from './handler.ts';

/** Writes what was learned about a contact, with the run's commit. An address that another contact has stays with that one. */
export const updateContact: HostCallHandler<'update-contact'> = async (params, { run, pool }) => {
  const id = params.contactId ?? run.changes.contactId ?? run.interaction.contact_id;
  if (id === null) {
    const message = 'The interaction has no contact; identify one first, or name it.';
    return { error: { code: 'contact/none', message } };
  }
  const known = await pool.query('select from contacts where id::text = $1 and tenant_id = $2', [id, run.tenantId]);
  if (known.rowCount === 0) return { error: { code: 'contact/none', message: `There is no contact "${id}".` } };
  const { title, firstName, lastName, emailAddress, phoneNumber, attributes } = params;
  const removed = Object.keys(attributes).filter((key) => attributes[key] === null);
  const kept = Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null));
  const addresses = [
    ...(emailAddress === undefined ? [] : [{ kind: 'email', value: emailAddress.trim().toLowerCase() }]),
    ...(phoneNumber === undefined ? [] : [{ kind: 'phone', value: readNumber(phoneNumber) ?? phoneNumber.trim() }]),
  ].filter(({ value }) => value !== '');
  run.changes.steps.push(async (client) => {
    await client.query(
      `update contacts set title = coalesce($2, title), first_name = coalesce($3, first_name), last_name = coalesce($4, last_name),
         attributes = (attributes || $5::jsonb) - $6::text[] where id = $1`,
      [id, title, firstName, lastName, JSON.stringify(kept), removed],
    );
    await client.query(
      `insert into contact_addresses (tenant_id, kind, value, contact_id, is_primary)
       select $1, a.kind, a.value, $2, not exists (select from contact_addresses c where c.contact_id = $2 and c.kind = a.kind)
       from unnest($3::text[], $4::text[]) as a(kind, value) on conflict do nothing`,
      [run.tenantId, id, addresses.map(({ kind }) => kind), addresses.map(({ value }) => value)],
    );
  });
  return { result: {} };
};
