import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import type { Recipient } from '../media/email/smtp-intake.ts';
import type { ActiveProcesses } from './active-processes.ts';

/** Endpoint of mail to an address that no mailbox claims. */
const defaultEndpoint = 'default';

/**
 * Where SMTP mail to an address goes: to the endpoint of the mailbox with that address, otherwise to the endpoint `default` of
 * the tenant whose active process has one. Undefined while no process takes mail: the sender is told and tries again or gives up.
 */
export function recipients(pool: Pool, active: ActiveProcesses): (address: string) => Promise<Recipient | undefined> {
  const known = new LRUCache<string, { tenantId: string; endpoint: string } | 'none'>({ max: 10_000, ttl: 10_000 });
  return async (address) => {
    const key = address.toLowerCase();
    let mailbox = known.get(key);
    if (mailbox === undefined) {
      const { rows } = await pool.query<{ tenantId: string; endpoint: string }>(
        `select tenant_id as "tenantId", settings->>'endpoint' as endpoint from mailboxes where lower(settings->>'address') = $1 limit 1`,
        [key],
      );
      mailbox = rows[0] ?? 'none';
      known.set(key, mailbox);
    }
    if (mailbox !== 'none' && active.endpoint(mailbox.tenantId, 'email', mailbox.endpoint))
      return { ...mailbox, mailbox: address };
    const process = active.all.find(({ tenantId }) => active.endpoint(tenantId, 'email', defaultEndpoint));
    return process && { tenantId: process.tenantId, endpoint: defaultEndpoint, mailbox: address };
  };
}
