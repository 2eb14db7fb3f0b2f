import type { Pool } from 'pg';
import { type AgentMemory, timeNameOf } from './count-agent.ts';
import { addCounts, type Counts, type StatisticsKind } from './tally.ts';

/** Counts of an object for one medium. */
export interface ObjectCounts {
  readonly name: string;
  readonly media: string;
  readonly counts: Counts;
}

/** A sliding window: the current minute so far and the whole minutes before it. */
export interface SlidingWindow {
  readonly minutes: number;
  readonly now: Date;
}

/** Where the window begins, in Unix milliseconds. */
export function windowStart({ minutes, now }: SlidingWindow): number {
  return (Math.floor(now.getTime() / 60_000) - minutes + 1) * 60_000;
}

/** Counts of all objects of a kind within a sliding window, by its minutes; times of agents that go on are counted up to now. */
export async function windowCounts(
  pool: Pool,
  tenantId: string,
  kind: StatisticsKind,
  window: SlidingWindow,
): Promise<ObjectCounts[]> {
  const start = windowStart(window);
  const { rows } = await pool.query<{ name: string; media: string; key: string; value: number }>(
    `select name, media, c.key, (case when c.key like '%Max' then max(c.value::numeric) else sum(c.value::numeric) end)::float8 as value
     from statistics_buckets cross join jsonb_each_text(counts) as c
     where tenant_id = $1 and span = 1 and kind = $2 and at >= $3 and at <= $4 group by 1, 2, 3`,
    [tenantId, kind, new Date(start), window.now],
  );
  const objects = new Map<string, ObjectCounts>();
  const of = (name: string, media: string): Counts => {
    const key = JSON.stringify([name, media]);
    const object = objects.get(key) ?? { name, media, counts: {} };
    objects.set(key, object);
    return object.counts;
  };
  for (const { name, media, key, value } of rows) of(name, media)[key] = value;
  if (kind === 'agent') await addOpenTimes(pool, tenantId, { start, end: window.now.getTime() }, of);
  return [...objects.values()];
}

async function addOpenTimes(
  pool: Pool,
  tenantId: string,
  { start, end }: { readonly start: number; readonly end: number },
  of: (name: string, media: string) => Counts,
): Promise<void> {
  const { rows } = await pool.query<{ subject: string; state: AgentMemory }>(
    `select subject, state from statistics_memory where tenant_id = $1 and kind = 'agent'`,
    [tenantId],
  );
  const add = (agent: string, media: string, name: string, since: number): unknown =>
    addCounts(of(agent, media), { [name]: Math.max(0, end - Math.max(start, since)) });
  for (const { subject, state } of rows) {
    if (state.loggedInAt !== undefined) add(subject, '', 'loggedInTimeMs', state.loggedInAt);
    for (const [media, { since }] of Object.entries(state.media)) {
      const name = timeNameOf(state, media);
      if (name !== undefined) add(subject, media, name, since);
    }
  }
}
