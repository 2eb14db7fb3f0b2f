import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';

/** Where somebody stands in line. */
export interface QueuePosition {
  /** 1 is next. */
  readonly position: number;
  /** Whole minutes till an agent is expected, at least 1. */
  readonly minutes: number;
}

/** Who waits in a queue, and how many of it were served lately. */
interface Line {
  readonly readAt: number;
  /** When those who wait came, in milliseconds, the oldest first. */
  readonly since: readonly number[];
  readonly served: number;
}

/** Without anybody served lately a place is taken to last this long. */
const usualSecondsAPlace = 120;
/** However many stand in line and ask again and again, it is read once in this time. */
const keptForMs = 1000;
/** Whoever stands further behind is told this place: minutes mean nothing there any more. */
const longestLine = 10_000;

const keptLines = new WeakMap<Pool, LRUCache<string, Promise<Line>>>();

/**
 * The place of a chat among those of its queue that wait for an agent, oldest first, and how long it may take: the places ahead at
 * the pace at which chats of this queue reached agents in the last half hour. As of a second ago at most.
 */
export async function queuePosition(
  pool: Pool,
  tenantId: string,
  { queue, receivedAt }: { readonly queue: string; readonly receivedAt: Date },
): Promise<QueuePosition> {
  const { since, served } = await lineOf(pool, { tenantId, queue, receivedAt });
  const position = ahead(since, receivedAt.getTime()) + 1;
  const secondsAPlace = served === 0 ? usualSecondsAPlace : 1800 / served;
  return { position, minutes: Math.max(1, Math.ceil((position * secondsAPlace) / 60)) };
}

interface Asked {
  readonly tenantId: string;
  readonly queue: string;
  readonly receivedAt: Date;
}

/** As it was read lately, or anew for somebody who came since: those who came just before them may be missing in it. */
async function lineOf(pool: Pool, { tenantId, queue, receivedAt }: Asked): Promise<Line> {
  const lines = keptLines.get(pool) ?? new LRUCache<string, Promise<Line>>({ max: 1000, ttl: keptForMs });
  keptLines.set(pool, lines);
  const key = JSON.stringify([tenantId, queue]);
  const kept = await lines.get(key);
  if (kept !== undefined && receivedAt.getTime() < kept.readAt) return kept;
  const reading = read(pool, tenantId, queue);
  lines.set(key, reading);
  reading.catch(() => lines.delete(key));
  return reading;
}

async function read(pool: Pool, tenantId: string, queue: string): Promise<Line> {
  const readAt = Date.now();
  const { rows } = await pool.query<{ since: number[]; served: number }>(
    `select array(
         select extract(epoch from i.received_at)::float8 * 1000 from interactions i
         where i.tenant_id = $1 and i.state in ('queued', 'routing', 'inviting')
           and i.media = 'chat' and not i.is_held and (i.queue = $2 or i.taken_from = $2)
         order by i.received_at limit ${longestLine}) as since,
       (select count(*)::int from interactions i where i.tenant_id = $1 and i.media = 'chat' and i.taken_from = $2
         and i.received_at > now() - interval '2 hours' and i.delivered_at > now() - interval '30 minutes') as served`,
    [tenantId, queue],
  );
  return { readAt, since: rows[0]?.since.map(Math.floor) ?? [], served: rows[0]?.served ?? 0 };
}

/** How many of these ascending numbers are smaller. */
function ahead(since: readonly number[], time: number): number {
  let [low, high] = [0, since.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((since[middle] ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
