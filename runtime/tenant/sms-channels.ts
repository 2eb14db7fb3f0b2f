import type { Pool } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import { type SmsChannelSettings, smsChannelSchema } from '#dsl/model/sms-channel.ts';
import {
  type SaveSmsChannel,
  type ShownSmsChannel,
  type SmsChannelStatus,
  smsChannelStatusSchema,
} from '#dsl/protocol/sms-settings.ts';
import { publish } from '../store/signal.ts';
import type { SecretBox } from './secret-box.ts';

interface ChannelRow {
  readonly tenant_id: string;
  readonly name: string;
  readonly settings: SaveSmsChannel;
  readonly secret: Buffer | null;
  readonly status: unknown;
}

/** A channel with its password, for the process that holds its connections. */
export interface UsableSmsChannel {
  readonly tenantId: string;
  readonly settings: SmsChannelSettings;
}

/** SMS channels of a tenant as the settings page shows them, by name; without passwords. */
export async function listSmsChannels(pool: Pool, tenantId: string): Promise<ShownSmsChannel[]> {
  const { rows } = await pool.query<ChannelRow>('select * from sms_channels where tenant_id = $1 order by name', [
    tenantId,
  ]);
  return rows.map(({ settings, secret, status }) => ({
    ...settings,
    hasPassword: secret !== null,
    status: smsChannelStatusSchema.safeParse(status).data ?? null,
  }));
}

/** Enabled channels of all tenants with their passwords. One whose password cannot be read is told to `onProblem` and left out. */
export async function listUsableSmsChannels(
  pool: Pool,
  box: SecretBox,
  onProblem: (tenantId: string, name: string, error: unknown) => void,
): Promise<UsableSmsChannel[]> {
  const { rows } = await pool.query<ChannelRow>(
    `select * from sms_channels where (settings ->> 'enabled')::boolean order by tenant_id, name`,
  );
  return rows.flatMap((row) => {
    try {
      return [{ tenantId: row.tenant_id, settings: opened(box, row) }];
    } catch (error) {
      onProblem(row.tenant_id, row.name, error);
      return [];
    }
  });
}

/** Keeps a channel; without a password the one kept before stays. */
export async function saveSmsChannel(
  pool: Pool,
  box: SecretBox,
  tenantId: string,
  wish: SaveSmsChannel,
): Promise<void> {
  const { password, ...settings } = wish;
  const secret = password === undefined ? null : box.seal(password, purposeOf(tenantId, wish.name));
  await pool.query(
    `insert into sms_channels (tenant_id, name, settings, secret) values ($1, $2, $3, $4)
     on conflict (tenant_id, name) do update set settings = excluded.settings, secret = coalesce(excluded.secret, sms_channels.secret)`,
    [tenantId, wish.name, JSON.stringify(settings), secret],
  );
  await publish(pool, [{ kind: 'sms-channels', tenantId }]);
}

/** Forgets a channel. Throws `request/not-found`. */
export async function deleteSmsChannel(pool: Pool, tenantId: string, name: string): Promise<void> {
  const gone = await pool.query('delete from sms_channels where tenant_id = $1 and name = $2', [tenantId, name]);
  if (gone.rowCount === 0) throw new CodedError('request/not-found', { kind: 'SMS channel', name });
  await publish(pool, [{ kind: 'sms-channels', tenantId }]);
}

/** The settings with the password given, or with the one kept under this name. */
export async function withKeptSmsPassword(
  pool: Pool,
  box: SecretBox,
  tenantId: string,
  wish: SaveSmsChannel,
): Promise<SmsChannelSettings> {
  if (wish.password !== undefined) return smsChannelSchema.parse(wish);
  const { rows } = await pool.query<{ secret: Buffer | null }>(
    'select secret from sms_channels where tenant_id = $1 and name = $2',
    [tenantId, wish.name],
  );
  return opened(box, { tenant_id: tenantId, name: wish.name, settings: wish, secret: rows[0]?.secret ?? null });
}

/** Says how a channel is doing, for the settings page. */
export async function reportSmsChannel(
  pool: Pool,
  { tenantId, name }: { readonly tenantId: string; readonly name: string },
  status: SmsChannelStatus,
): Promise<void> {
  await pool.query('update sms_channels set status = $3 where tenant_id = $1 and name = $2', [
    tenantId,
    name,
    JSON.stringify(status),
  ]);
}

function opened(box: SecretBox, row: Omit<ChannelRow, 'status'>): SmsChannelSettings {
  const password = row.secret === null ? '' : box.open(row.secret, purposeOf(row.tenant_id, row.name));
  return smsChannelSchema.parse({ ...row.settings, password });
}

function purposeOf(tenantId: string, name: string): string {
  return `sms channel ${tenantId}/${name}`;
}
