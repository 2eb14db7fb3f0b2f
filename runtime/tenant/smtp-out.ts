import type { Pool } from 'pg';
import type { z } from 'zod';
import { type SmtpOutSettings, smtpOutSchema } from '#dsl/model/smtp-out.ts';
import type { SaveSmtpOut, shownSmtpOutSchema } from '#dsl/protocol/settings.ts';
import { publish } from '#runtime/store/signal.ts';
import type { SecretBox } from './secret-box.ts';

const key = 'smtp-out';

interface SmtpOutRow {
  readonly value: Omit<SmtpOutSettings, 'password'>;
  readonly secret: Buffer | null;
}

/** The SMTP server as the settings page shows it, without its password. */
export async function showSmtpOut(pool: Pool, tenantId: string): Promise<z.infer<typeof shownSmtpOutSchema>> {
  const row = await readRow(pool, tenantId);
  return { settings: row === undefined ? null : { ...row.value, hasPassword: row.secret !== null } };
}

/** The SMTP server with its password, for the process that sends; undefined while none is configured. Throws `tenant/secret-unreadable`. */
export async function readSmtpOut(pool: Pool, box: SecretBox, tenantId: string): Promise<SmtpOutSettings | undefined> {
  const row = await readRow(pool, tenantId);
  if (row === undefined) return undefined;
  return smtpOutSchema.parse({ ...row.value, ...passwordOf(row, box, tenantId) });
}

/** Keeps the server that outgoing mail is handed to; without a password the one kept before stays. */
export async function saveSmtpOut(pool: Pool, box: SecretBox, tenantId: string, server: SaveSmtpOut): Promise<void> {
  const { password, ...value } = server;
  const secret = password === undefined ? null : box.seal(password, purposeOf(tenantId));
  await pool.query(
    `insert into tenant_settings (tenant_id, key, value, secret) values ($1, $2, $3, $4)
     on conflict (tenant_id, key) do update set value = excluded.value, secret = coalesce(excluded.secret, tenant_settings.secret)`,
    [tenantId, key, JSON.stringify(value), secret],
  );
  await publish(pool, [{ kind: 'smtp-out', tenantId }]);
}

/** Forgets the server: outgoing mail is kept from now on. */
export async function deleteSmtpOut(pool: Pool, tenantId: string): Promise<void> {
  await pool.query('delete from tenant_settings where tenant_id = $1 and key = $2', [tenantId, key]);
  await publish(pool, [{ kind: 'smtp-out', tenantId }]);
}

/** The settings with the password given, or with the one kept. */
export async function withKeptSmtpPassword(
  pool: Pool,
  box: SecretBox,
  tenantId: string,
  server: SaveSmtpOut,
): Promise<SmtpOutSettings> {
  if (server.password !== undefined) return smtpOutSchema.parse(server);
  const row = await readRow(pool, tenantId);
  return smtpOutSchema.parse({ ...server, ...passwordOf(row, box, tenantId) });
}

async function readRow(pool: Pool, tenantId: string): Promise<SmtpOutRow | undefined> {
  const { rows } = await pool.query<SmtpOutRow>(
    'select value, secret from tenant_settings where tenant_id = $1 and key = $2',
    [tenantId, key],
  );
  return rows[0];
}

function passwordOf(row: SmtpOutRow | undefined, box: SecretBox, tenantId: string): { password?: string } {
  if (row === undefined || row.secret === null) return {};
  return { password: box.open(row.secret, purposeOf(tenantId)) };
}

function purposeOf(tenantId: string): string {
  return `smtp-out ${tenantId}`;
}
