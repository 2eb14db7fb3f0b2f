import type { Pool } from 'pg';
import type { WakeUps } from '../../queue/wake-ups.ts';

/** Lets the views take what slept: the customer has written. Answers how many. */
export async function wakeSessions(pool: Pool, wake: Pick<WakeUps, 'queue'>): Promise<number> {
  const { rows } = await pool.query<{ tenant_id: string; queue: string }>(
    `update interactions i set is_held = false, placed_at = now(), version = i.version + 1 from chat_sessions s
     where s.id = i.id and s.state = 'open' and i.is_held and i.state = 'queued' and i.media = 'chat'
     returning i.tenant_id, i.queue`,
  );
  for (const { tenant_id: tenantId, queue } of rows) await wake.queue(tenantId, queue);
  return rows.length;
}
