import type { Pool, PoolClient } from 'pg';
import { phoneNumber } from '#dsl/model/phone-number.ts';

/** More than these nobody looks through; then there are "many". */
const most = 1000;

/** Contacts that were found, oldest first, and the attributes that first found somebody. */
export interface FoundContacts {
  readonly ids: readonly string[];
  readonly matched: readonly string[];
}

/**
 * Looks for contacts step by step: the first one decides, each further one narrows what is left, as long as it leaves somebody: a lower level
 * does not make an address belong to nobody.
 */
export async function findContacts(
  pool: Pool | PoolClient,
  tenantId: string,
  { steps, given }: { steps: readonly (readonly string[])[]; given: Readonly<Record<string, string>> },
): Promise<FoundContacts> {
  let kept: readonly string[] = [];
  let found: readonly string[] = [];
  for (const [index, step] of steps.entries()) {
    const tried = [...kept, ...step];
    const ids = await having(pool, tenantId, { attributes: tried, given });
    if (index > 0 && ids.length === 0) continue;
    [kept, found] = [tried, ids];
    if (found.length <= 1) break;
  }
  return { ids: found, matched: found.length === 0 ? [] : (steps[0] ?? []) };
}

async function having(
  pool: Pool | PoolClient,
  tenantId: string,
  { attributes, given }: { attributes: readonly string[]; given: Readonly<Record<string, string>> },
): Promise<string[]> {
  const values: unknown[] = [tenantId];
  const put = (value: unknown): string => `$${values.push(value)}`;
  const conditions = attributes.map((name) => conditionOf(name, given[name] ?? '', put));
  const { rows } = await pool.query<{ id: string }>(
    `select c.id from contacts c where c.tenant_id = $1 and ${conditions.join(' and ')} order by c.created_at, c.id limit ${most}`,
    values,
  );
  return rows.map(({ id }) => id);
}

/** The attribute's condition over `contacts c`, each served by an index. */
function conditionOf(name: string, value: string, put: (value: unknown) => string): string {
  const address = (kind: string, spellings: readonly string[]): string =>
    `c.id in (select contact_id from contact_addresses where tenant_id = $1 and kind = '${kind}' and value = any(${put(spellings)}))`;
  if (name === 'EmailAddress') return address('email', [value.toLowerCase()]);
  if (name === 'PhoneNumber') return address('phone', [...new Set([phoneNumber(value) ?? value, value])]);
  if (name === 'LastName') return `lower(coalesce(c.last_name, '')) = lower(${put(value)})`;
  if (name === 'FirstName') return `lower(c.first_name) = lower(${put(value)})`;
  if (name === 'Title') return `lower(c.title) = lower(${put(value)})`;
  return `c.id in (select contact_id from contact_values where tenant_id = $1 and attribute = ${put(name)} and key = contact_key(${put(value)}))`;
}
