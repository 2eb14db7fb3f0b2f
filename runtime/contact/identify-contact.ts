import type { Pool } from 'pg';
import { coreAttributes } from '#dsl/model/contact-settings.ts';
import { identificationSteps } from '#dsl/model/identification-steps.ts';
import { inTransaction } from '../store/transaction.ts';
import { readContactSettings } from './contact-settings.ts';
import { findContacts } from './find-contacts.ts';
import { makeContact } from './make-contact.ts';

/** Whom to look for: what is known by system names of attributes, and the medium, whose order counts. Empty values do not count. */
export interface Wanted {
  readonly media: string;
  readonly attributes: Readonly<Record<string, string | undefined>>;
  /** Makes a contact when there is none and what is known can make one. */
  readonly create: boolean;
}

/** Contacts that what is known means: how many, and the ids of the first; or the mandatory attribute that is missing. */
export type Identified =
  | {
      readonly count: number;
      readonly contactIds: readonly string[];
      readonly created: boolean;
      /** Attributes by which somebody was found first. */
      readonly matched: readonly string[];
    }
  | { readonly missing: string; readonly level: number };

/** As many ids as a strategy could look at. */
const mostIds = 100;

/** Finds contacts in the order of levels that counts for the medium (`identificationSteps`). One is the contact, many are a list. */
export async function identifyContact(
  pool: Pool,
  tenantId: string,
  { media, attributes, create }: Wanted,
): Promise<Identified> {
  const given = cleaned(attributes);
  const settings = await readContactSettings(pool, tenantId);
  const order = identificationSteps(settings, media, given);
  if ('missing' in order) return order;
  const { ids, matched } = await findContacts(pool, tenantId, { steps: order.steps, given });
  const own = settings.attributes.filter(({ searchable }) => searchable).map(({ name }) => name);
  const canBeMade = [...coreAttributes.filter((name) => name !== 'Title'), ...own].some((name) => given[name]);
  if (ids.length > 0 || !create || !canBeMade)
    return { count: ids.length, contactIds: ids.slice(0, mostIds), created: false, matched };
  const { id, created } = await inTransaction(pool, (client) => makeContact(client, tenantId, given));
  return { count: 1, contactIds: [id], created, matched };
}

function cleaned(attributes: Wanted['attributes']): Readonly<Record<string, string>> {
  const entries = Object.entries(attributes).map(([name, value]) => [name, value?.trim() ?? ''] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== ''));
}
