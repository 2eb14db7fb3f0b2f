import type { Pool } from 'pg';

/** Where somebody stands in line. */
export interface QueuePosition {
  /** 1 is next. */
  readonly position: number;
  /** Whole minutes till an agent is expected, at least 1. */
  readonly minutes: number;
}

/** Without anybody served lately a place is taken to last this long. */
const usualSecondsAPlace = 120;

/**
 * The place of a chat among those of its queue that wait for an agent, oldest first, and how long it may take: the places ahead at
 * the pace at which chats of this queue reached agents in the last half hour.
 */
export async function queuePosition(
  pool: Pool,
  tenantId: string,
  { id, queue, receivedAt }: { readonly id: string; readonly queue: string; readonly receivedAt: Date },
): Promise<QueuePosition> {
  const { rows } = await pool.query<{ ahead: number; served: number }>(
    `select (select count(*)::int from interactions i where i.tenant_id = $1 and i.state in ('queued', 'routing', 'inviting')
         and i.media = 'chat' and not i.is_held and (i.queue = $2 or i.taken_from = $2)
         and i.id <> $3 and i.received_at < $4) as ahead,
       (select count(*)::int from interactions i where i.tenant_id = $1 and i.media = 'chat' and i.taken_from = $2
         and i.received_at > now() - interval '2 hours' and i.delivered_at > now() - interval '30 minutes') as served`,
    [tenantId, queue, id, receivedAt],
  );
  const { ahead, served } = rows[0] ?? { ahead: 0, served: 0 };
  const secondsAPlace = served === 0 ? usualSecondsAPlace : 1800 / served;
  const position = ahead + 1;
  return { position, minutes: Math.max(1, Math.ceil((position * secondsAPlace) / 60)) };
}
