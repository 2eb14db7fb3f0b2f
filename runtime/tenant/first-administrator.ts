import type { Pool } from 'pg';
import type { Accounts } from './accounts.ts';
import { keepPrinted, makePassword } from './one-time-password.ts';
import { createPerson } from './people.ts';
import type { SecretBox } from './secret-box.ts';

/** Makes the account `admin` with a one-time password when the tenant has nobody yet; answers whether it did. */
export async function ensureAdministrator(
  parts: { pool: Pool; accounts: Accounts; box: SecretBox },
  tenantId: string,
): Promise<boolean> {
  const { pool, box } = parts;
  const known = await pool.query('select 1 from auth_users where "tenantId" = $1 limit 1', [tenantId]);
  if (known.rowCount !== 0) return false;
  const userName = 'admin';
  const password = makePassword();
  // Kept first: an account whose password nobody can read is worse than a password without its account.
  await keepPrinted(pool, box, tenantId, { userName, password });
  await createPerson(parts, tenantId, {
    userName,
    role: 'administrator',
    firstName: 'First',
    lastName: 'Administrator',
    email: '',
    signature: '',
    skills: {},
    capacity: { email: 1 },
    groups: [],
    enabled: true,
    password,
  });
  return true;
}
