import type { Pool } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import { type MailboxSettings, mailboxSchema } from '#dsl/model/mailbox.ts';
import {
  type MailboxStatus,
  mailboxStatusSchema,
  type SaveMailbox,
  type ShownMailbox,
} from '#dsl/protocol/settings.ts';
import { publish } from '#runtime/store/signal.ts';
import type { SecretBox } from './secret-box.ts';

interface MailboxRow {
  readonly tenant_id: string;
  readonly name: string;
  readonly settings: SaveMailbox;
  readonly secret: Buffer | null;
  readonly status: unknown;
}

/** A mailbox with its password, for the process that fetches from it. */
export interface UsableMailbox {
  readonly tenantId: string;
  readonly settings: MailboxSettings;
}

/** Mailboxes of a tenant as the settings page shows them, by name; without passwords. */
export async function listMailboxes(pool: Pool, tenantId: string): Promise<ShownMailbox[]> {
  const { rows } = await pool.query<MailboxRow>('select * from mailboxes where tenant_id = $1 order by name', [
    tenantId,
  ]);
  return rows.map(({ settings, secret, status }) => ({
    ...settings,
    hasPassword: secret !== null,
    status: mailboxStatusSchema.safeParse(status).data ?? null,
  }));
}

/** Enabled mailboxes of all tenants with their passwords. One whose password cannot be read is told to `onProblem` and left out. */
export async function listUsableMailboxes(
  pool: Pool,
  box: SecretBox,
  onProblem: (tenantId: string, name: string, error: unknown) => void,
): Promise<UsableMailbox[]> {
  const { rows } = await pool.query<MailboxRow>(
    `select * from mailboxes where coalesce((settings ->> 'enabled')::boolean, true) order by tenant_id, name`,
  );
  return rows.flatMap((row) => {
    try {
      const password = row.secret === null ? '' : box.open(row.secret, purposeOf(row.tenant_id, row.name));
      return [{ tenantId: row.tenant_id, settings: mailboxSchema.parse({ ...row.settings, password }) }];
    } catch (error) {
      onProblem(row.tenant_id, row.name, error);
      return [];
    }
  });
}

/** Keeps a mailbox; without a password the one kept before stays. */
export async function saveMailbox(pool: Pool, box: SecretBox, tenantId: string, mailbox: SaveMailbox): Promise<void> {
  const { password, ...settings } = mailbox;
  const secret = password === undefined ? null : box.seal(password, purposeOf(tenantId, mailbox.name));
  await pool.query(
    `insert into mailboxes (tenant_id, name, settings, secret) values ($1, $2, $3, $4)
     on conflict (tenant_id, name) do update set settings = excluded.settings, secret = coalesce(excluded.secret, mailboxes.secret)`,
    [tenantId, mailbox.name, JSON.stringify(settings), secret],
  );
  await publish(pool, [{ kind: 'mailboxes', tenantId }]);
}

/** Forgets a mailbox; the mail in it stays where it is. Throws `request/not-found`. */
export async function deleteMailbox(pool: Pool, tenantId: string, name: string): Promise<void> {
  const gone = await pool.query('delete from mailboxes where tenant_id = $1 and name = $2', [tenantId, name]);
  if (gone.rowCount === 0) throw new CodedError('request/not-found', { kind: 'mailbox', name });
  await publish(pool, [{ kind: 'mailboxes', tenantId }]);
}

/** The settings with the password given, or with the one kept under this name. */
export async function withKeptPassword(
  pool: Pool,
  box: SecretBox,
  tenantId: string,
  mailbox: SaveMailbox,
): Promise<MailboxSettings> {
  if (mailbox.password !== undefined) return mailboxSchema.parse(mailbox);
  const { rows } = await pool.query<{ secret: Buffer | null }>(
    'select secret from mailboxes where tenant_id = $1 and name = $2',
    [tenantId, mailbox.name],
  );
  const secret = rows[0]?.secret ?? null;
  const password = secret === null ? '' : box.open(secret, purposeOf(tenantId, mailbox.name));
  return mailboxSchema.parse({ ...mailbox, password });
}

/** Says how a mailbox is doing, for the settings page. */
export async function reportMailbox(
  pool: Pool,
  { tenantId, name }: { tenantId: string; name: string },
  status: MailboxStatus,
): Promise<void> {
  await pool.query('update mailboxes set status = $3 where tenant_id = $1 and name = $2', [
    tenantId,
    name,
    JSON.stringify(status),
  ]);
}

function purposeOf(tenantId: string, name: string): string {
  return `mailbox ${tenantId}/${name}`;
}
