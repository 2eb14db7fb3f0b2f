import type { Pool } from 'pg';
import type { z } from 'zod';
import type { ContactPage, contactQuerySchema } from '#dsl/protocol/contacts.ts';
import type { Contact } from '#dsl/protocol/interactions.ts';

interface ContactRow {
  readonly id: string;
  readonly title: string | null;
  readonly first_name: string | null;
  readonly last_name: string | null;
  readonly attributes: Contact['attributes'];
  readonly created_at: Date;
  readonly cursor_at: string;
  readonly addresses: Contact['addresses'];
}

/** A page of a tenant's contacts, newest first. */
export async function listContacts(
  pool: Pool,
  tenantId: string,
  query: z.output<typeof contactQuerySchema>,
): Promise<ContactPage> {
  const pattern = query.search?.trim() ? `%${query.search.trim().replace(/[\\%_]/g, '\\$&')}%` : null;
  const cursor = /^([^|]{10,40})\|([0-9a-f-]{36})$/.exec(query.before ?? '');
  const isCursor = cursor !== null && !Number.isNaN(Date.parse(cursor[1] ?? ''));
  const { rows } = await pool.query<ContactRow>(
    `select c.*, c.created_at::text as cursor_at,
       coalesce((select jsonb_agg(jsonb_build_object('kind', a.kind, 'value', a.value, 'isPrimary', a.is_primary)
         order by a.is_primary desc, a.value) from contact_addresses a where a.contact_id = c.id), '[]') as addresses
     from contacts c
     where c.tenant_id = $1
       and ($2::text is null or concat_ws(' ', c.first_name, c.last_name) ilike $2
            or exists (select from contact_addresses a where a.contact_id = c.id and a.value ilike $2))
       and ($3::timestamptz is null or (c.created_at, c.id) < ($3::timestamptz, $4::uuid))
     order by c.created_at desc, c.id desc limit $5`,
    [tenantId, pattern, isCursor ? cursor[1] : null, isCursor ? cursor[2] : null, query.limit + 1],
  );
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    contacts: page.map((row) => ({
      id: row.id,
      title: row.title,
      firstName: row.first_name,
      lastName: row.last_name,
      addresses: row.addresses,
      attributes: row.attributes,
      createdAt: row.created_at.toISOString(),
    })),
    next: rows.length > query.limit && last !== undefined ? `${last.cursor_at}|${last.id}` : null,
  };
}
