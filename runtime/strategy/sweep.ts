import type { Pool } from 'pg';
import type { ActiveProcesses } from '../interaction/active-processes.ts';

/** Interactions older than this should have been taken by a wake-up; the sweep does not compete with fresh ones. */
const overdueMs = 1500;

/** Queues with a submitter in which interactions wait longer than a wake-up takes: their wake-up was lost, or maxInFlight held them back. */
export async function overdueQueues(
  pool: Pool,
  active: ActiveProcesses,
): Promise<{ tenantId: string; queue: string }[]> {
  const queues = active.queuesTakenFrom;
  const { rows } = await pool.query<{ tenantId: string; queue: string }>(
    `select q.tenant_id as "tenantId", q.queue from unnest($1::text[], $2::text[]) as q(tenant_id, queue)
     where exists (select from interactions i where i.tenant_id = q.tenant_id and i.queue = q.queue and i.state = 'queued' and not i.is_held
       and i.placed_at < $3 and (i.scheduled_at is null or i.scheduled_at < $3))
       or exists (select from interactions i where i.tenant_id = q.tenant_id and i.queue = q.queue and i.state = 'workbin' and not i.is_held
       and i.placed_at < $3 and (i.scheduled_at is null or i.scheduled_at < $3))`,
    [queues.map(({ tenantId }) => tenantId), queues.map(({ queue }) => queue), new Date(Date.now() - overdueMs)],
  );
  return rows;
}
