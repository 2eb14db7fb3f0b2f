import type { Pool } from 'pg';
import type { Senders } from '#dsl/protocol/desktop.ts';
import { readDesktopRules } from '../tenant/desktop-rules.ts';

/** The mailboxes an agent may send a new e-mail from, by name; none while the desktop's rules name no queue for it. */
export async function listSenders(pool: Pool, tenantId: string): Promise<Senders> {
  const { newMailQueue } = await readDesktopRules(pool, tenantId);
  if (newMailQueue === '') return { mailboxes: [] };
  const { rows } = await pool.query<Senders['mailboxes'][number]>(
    `select name, settings ->> 'address' as address from mailboxes
     where tenant_id = $1 and coalesce((settings ->> 'enabled')::boolean, true) order by name`,
    [tenantId],
  );
  return { mailboxes: rows };
}
