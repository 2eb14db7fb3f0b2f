import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import type { CreatedWebhook, CreateWebhook, SaveWebhook, Webhook, WebhookDelivery } from '#dsl/protocol/webhooks.ts';
import type { SecretBox } from '../tenant/secret-box.ts';

/** As many webhooks as a tenant has at most: each reads the log for itself. */
const mostWebhooks = 50;

interface ShownRow extends Omit<Webhook, 'createdAt' | 'failingSince' | 'nextAt'> {
  readonly createdAt: Date;
  readonly failingSince: Date | null;
  readonly nextAt: Date;
}

/** The tenant's webhooks by name, without their secrets. */
export async function listWebhooks(pool: Pool, tenantId: string): Promise<Webhook[]> {
  const { rows } = await pool.query<ShownRow>(
    `select name, url, kinds, enabled, created_by as "createdBy", created_at as "createdAt", failures, failing_since as "failingSince",
       problem, next_at as "nextAt" from webhooks where tenant_id = $1 order by name`,
    [tenantId],
  );
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    failingSince: row.failingSince?.toISOString() ?? null,
    nextAt: row.nextAt.toISOString(),
  }));
}

/** Makes a webhook for what is committed from now on, and answers its secret, this once. Throws `request/conflict` for a name that is taken. */
export async function createWebhook(
  pool: Pool,
  box: SecretBox,
  who: { readonly tenantId: string; readonly userName: string },
  { name, url, kinds, enabled }: CreateWebhook,
): Promise<CreatedWebhook> {
  const secret = `sbw_${randomBytes(32).toString('base64url')}`;
  const sealed = box.seal(secret, purposeOf(who.tenantId, name));
  const made = await pool.query(
    `insert into webhooks (tenant_id, name, url, kinds, enabled, secret, created_by, cursor_xid)
     select $1, $2, $3, $4, $5, $6, $7, pg_snapshot_xmin(pg_current_snapshot())
     where (select count(*) from webhooks where tenant_id = $1) < $8 on conflict do nothing`,
    [who.tenantId, name, url, kinds, enabled, sealed, who.userName, mostWebhooks],
  );
  if (made.rowCount === 0) {
    const reason = `exists already, or there are ${mostWebhooks} webhooks`;
    throw new CodedError('request/conflict', { kind: 'webhook', name, reason });
  }
  return { name, secret };
}

/** Changes a webhook; what failed is tried again at once, from where it stopped. Throws `request/not-found`. */
export async function saveWebhook(
  pool: Pool,
  { tenantId, name }: { tenantId: string; name: string },
  { url, kinds, enabled }: SaveWebhook,
): Promise<void> {
  const saved = await pool.query(
    `update webhooks set url = $3, kinds = $4, enabled = $5, failures = 0, failing_since = null, problem = null, next_at = now()
     where tenant_id = $1 and name = $2`,
    [tenantId, name, url, kinds, enabled],
  );
  if (saved.rowCount === 0) throw new CodedError('request/not-found', { kind: 'webhook', name });
}

/** Forgets a webhook and what was posted. Throws `request/not-found`. */
export async function deleteWebhook(pool: Pool, tenantId: string, name: string): Promise<void> {
  const gone = await pool.query('delete from webhooks where tenant_id = $1 and name = $2', [tenantId, name]);
  if (gone.rowCount === 0) throw new CodedError('request/not-found', { kind: 'webhook', name });
}

/** Asks the sender for a post without events; it shows among the deliveries. Throws `request/not-found`. */
export async function askForTest(pool: Pool, tenantId: string, name: string): Promise<void> {
  const asked = await pool.query('update webhooks set test_asked = true where tenant_id = $1 and name = $2', [
    tenantId,
    name,
  ]);
  if (asked.rowCount === 0) throw new CodedError('request/not-found', { kind: 'webhook', name });
}

/** The last posts of a webhook, newest first. */
export async function listDeliveries(pool: Pool, tenantId: string, name: string): Promise<WebhookDelivery[]> {
  const { rows } = await pool.query<Omit<WebhookDelivery, 'at'> & { at: Date }>(
    `select id, at, events, status, problem, duration_ms as "durationMs" from webhook_deliveries
     where tenant_id = $1 and webhook = $2 order by id desc limit 50`,
    [tenantId, name],
  );
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}

/** What a secret is sealed for. */
export function purposeOf(tenantId: string, name: string): string {
  return `webhook ${tenantId}/${name}`;
}
