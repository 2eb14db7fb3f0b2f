import { LRUCache } from 'lru-cache';
import type { HostCallContext, HostCallHandler } from './handler.ts';
import { unknownQueue } from './unknown-queue.ts';

/** How long a count is used: a batch of runs shares one, and what they place is counted on top. */
const countedForMs = 500;
/** More than this waiting in each of several queues: which has fewest does not matter any more. */
const mostCounted = 10_000;

interface Waiting {
  readonly queue: string;
  count: number;
  readonly oldestMs: number;
}

const counts = new LRUCache<string, Promise<readonly Waiting[]>>({ max: 1000, ttl: countedForMs });

/** Places the interaction in the queue where least waits, what this worker has placed since the last count included. */
export const loadBalancing: HostCallHandler<'load-balancing'> = async ({ queues, by }, context) => {
  const error = queues.map((queue) => unknownQueue(queue, context)).find((one) => one !== undefined);
  if (error !== undefined) return { error };
  const waiting = await countWaiting(queues, context);
  const [first, ...others] = waiting;
  if (first === undefined) return { error: { code: 'route/no-target', message: 'No queue is given.' } };
  const least = others.reduce((best, one) => (isLess(one, best, by) ? one : best), first);
  least.count += 1;
  context.run.changes.placement = { kind: 'queue', queue: least.queue };
  return { result: { queue: least.queue } };
};

function isLess(one: Waiting, than: Waiting, by: 'interactions' | 'oldest'): boolean {
  if (by === 'oldest' && one.oldestMs !== than.oldestMs) return one.oldestMs < than.oldestMs;
  return one.count < than.count;
}

function countWaiting(queues: readonly string[], { run, pool, now }: HostCallContext): Promise<readonly Waiting[]> {
  const key = JSON.stringify([run.tenantId, queues]);
  const known = counts.get(key);
  if (known !== undefined) return known;
  const counted = pool
    .query<{ queue: string; count: number; oldest: Date | null }>(
      `select q.queue, w.count, w.oldest from unnest($2::text[]) with ordinality as q(queue, place)
       cross join lateral (
         select count(*)::int as count, min(placed_at) as oldest from (
           select placed_at from interactions i
           where i.tenant_id = $1 and i.queue = q.queue and i.state = 'queued' and not i.is_held limit ${mostCounted}) as waiting
       ) as w order by q.place`,
      [run.tenantId, queues],
    )
    .then(({ rows }) =>
      rows.map(({ queue, count, oldest }): Waiting => {
        return { queue, count, oldestMs: oldest === null ? 0 : now.getTime() - oldest.getTime() };
      }),
    );
  counts.set(key, counted);
  // who asked hears of a failure; the next one asks anew
  counted.catch(() => counts.delete(key));
  return counted;
}
