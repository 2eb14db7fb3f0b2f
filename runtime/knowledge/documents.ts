import type { Pool, PoolClient } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import { publish, type Signal } from '#runtime/store/signal.ts';

/** A kind of document of the knowledge base that is kept whole, by name. */
export interface DocumentKind {
  readonly table:
    | 'standard_responses'
    | 'screening_rules'
    | 'lists'
    | 'business_hours'
    | 'data_sources'
    | 'external_services'
    | 'web_forms'
    | 'routing_rules'
    | 'media_types'
    | 'social_accounts';
  /** In the field's words, for people. */
  readonly kind: string;
  /** What workers hear of a change; nothing where every use reads it anew. */
  readonly signal: Extract<Signal, { kind: 'knowledge' }>['what'] | undefined;
}

/** Texts of the library. */
export const responses: DocumentKind = {
  table: 'standard_responses',
  kind: 'standard response',
  signal: 'response',
};

/** Rules that recognise messages. */
export const screeningRules: DocumentKind = {
  table: 'screening_rules',
  kind: 'screening rule',
  signal: 'screening-rule',
};

/** Lists of keys with values. */
export const lists: DocumentKind = { table: 'lists', kind: 'list', signal: 'list' };

/** Calendars of business hours. */
export const businessHours: DocumentKind = {
  table: 'business_hours',
  kind: 'business hours calendar',
  signal: 'business-hours',
};

/** Ways of routing. */
export const routingRules: DocumentKind = {
  table: 'routing_rules',
  kind: 'routing rule',
  signal: 'routing-rule',
};

/** Databases that strategies may ask. */
export const dataSources: DocumentKind = { table: 'data_sources', kind: 'data source', signal: undefined };

/** Services of others that strategies may ask. */
export const externalServices: DocumentKind = {
  table: 'external_services',
  kind: 'external service',
  signal: undefined,
};

/** Web forms. */
export const webForms: DocumentKind = { table: 'web_forms', kind: 'web form', signal: undefined };

/** Media that outside programs add. */
export const openMedia: DocumentKind = { table: 'media_types', kind: 'open medium', signal: undefined };

/** Feeds, accounts and pages that are watched. */
export const socialAccounts: DocumentKind = { table: 'social_accounts', kind: 'social account', signal: undefined };

/** A document as it is kept. */
export interface KeptDocument {
  readonly name: string;
  readonly document: unknown;
  readonly updatedAt: Date;
}

/** All of a kind, by name. */
export async function listDocuments(
  pool: Pool | PoolClient,
  { table }: DocumentKind,
  tenantId: string,
): Promise<KeptDocument[]> {
  const { rows } = await pool.query<KeptDocument>(
    `select name, document, updated_at as "updatedAt" from ${table} where tenant_id = $1 order by name`,
    [tenantId],
  );
  return rows;
}

/** One document. Throws `request/not-found`. */
export async function getDocument(
  pool: Pool | PoolClient,
  { table, kind }: DocumentKind,
  { tenantId, name }: { tenantId: string; name: string },
): Promise<KeptDocument> {
  const { rows } = await pool.query<KeptDocument>(
    `select name, document, updated_at as "updatedAt" from ${table} where tenant_id = $1 and name = $2`,
    [tenantId, name],
  );
  const [row] = rows;
  if (row === undefined) throw new CodedError('request/not-found', { kind, name });
  return row;
}

/** Keeps a document, new or changed; strategies use it from now on. */
export async function saveDocument(
  pool: Pool | PoolClient,
  { table, signal }: DocumentKind,
  { tenantId, name, document }: { tenantId: string; name: string; document: unknown },
): Promise<void> {
  await pool.query(
    `insert into ${table} (tenant_id, name, document) values ($1, $2, $3)
     on conflict (tenant_id, name) do update set document = excluded.document, updated_at = now()`,
    [tenantId, name, JSON.stringify(document)],
  );
  await tell(pool, tenantId, signal);
}

/** Removes a document; strategies that name it leave by their error port and say so. Throws `request/not-found`. */
export async function deleteDocument(
  pool: Pool,
  { table, kind, signal }: DocumentKind,
  { tenantId, name }: { tenantId: string; name: string },
): Promise<void> {
  const gone = await pool.query(`delete from ${table} where tenant_id = $1 and name = $2`, [tenantId, name]);
  if (gone.rowCount === 0) throw new CodedError('request/not-found', { kind, name });
  await tell(pool, tenantId, signal);
}

async function tell(pool: Pool | PoolClient, tenantId: string, what: DocumentKind['signal']): Promise<void> {
  if (what !== undefined) await publish(pool, [{ kind: 'knowledge', tenantId, what }]);
}
