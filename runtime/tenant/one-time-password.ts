import { randomInt } from 'node:crypto';
import type { Pool } from 'pg';
import type { SecretBox } from './secret-box.ts';

/** Without letters that are taken for one another when read from a screen. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to be typed once: three groups of four characters, 59 bits. */
export function makePassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return [group(), group(), group()].join('-');
}

/** A password the console prints at each start until its owner changes it. */
export interface PrintedPassword {
  readonly userName: string;
  readonly password: string;
}

const prefix = 'printed-password:';

/** Keeps a password, sealed, so that the next start can print it again. */
export async function keepPrinted(pool: Pool, box: SecretBox, tenantId: string, printed: PrintedPassword) {
  const key = `${prefix}${printed.userName}`;
  await pool.query(
    `insert into tenant_settings (tenant_id, key, value, secret) values ($1, $2, '{}', $3)
     on conflict (tenant_id, key) do update set secret = excluded.secret`,
    [tenantId, key, box.seal(printed.password, key)],
  );
}

/** Stops printing the password of an account: it has been changed. */
export async function forgetPrinted(pool: Pool, tenantId: string, userName: string): Promise<void> {
  await pool.query('delete from tenant_settings where tenant_id = $1 and key = $2', [tenantId, `${prefix}${userName}`]);
}

/** What the console prints at this start: passwords of enabled accounts that are still the ones they were made with. */
export async function listPrinted(pool: Pool, box: SecretBox, tenantId: string): Promise<PrintedPassword[]> {
  const { rows } = await pool.query<{ key: string; secret: Buffer }>(
    `select s.key, s.secret from tenant_settings s join auth_users u on s.key = $2 || u.username
     where s.tenant_id = $1 and u.enabled and u."tenantId" = $1 order by s.key`,
    [tenantId, prefix],
  );
  return rows.map((row) => ({ userName: row.key.slice(prefix.length), password: box.open(row.secret, row.key) }));
}
