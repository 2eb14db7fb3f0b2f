import type { Pool } from 'pg';
import { type Repetition, repeat } from '../roles/repeat.ts';
import { countEvents } from './count-events.ts';
import { minutesKeptMs } from './tally.ts';

const pauseMs = 1000;
/** While it catches up, it rests as long as it worked, so that it never takes more than half of a connection's time. */
const pruneMs = 5 * 60_000;
/** Buckets of a quarter of an hour are kept this long. */
const quartersKeptMs = 400 * 24 * 3_600_000;

/** Keeps statistics up to date, a second behind the event log. Any number may run; one of them counts at a time. */
export function startStatistics(pool: Pool, onError: (error: unknown) => void): Repetition {
  let pruneAt = 0;
  let isStopping = false;
  const repetition = repeat(
    pauseMs,
    async () => {
      while (!isStopping) {
        const began = performance.now();
        if (!(await countEvents(pool, new Date()))) break;
        await rest(performance.now() - began);
      }
      if (Date.now() < pruneAt) return;
      pruneAt = Date.now() + pruneMs;
      await prune(pool, new Date());
    },
    onError,
  );
  return {
    now: repetition.now,
    stop() {
      isStopping = true;
      return repetition.stop();
    },
  };
}

/** Drops buckets nobody can ask for any more. */
async function prune(pool: Pool, now: Date): Promise<void> {
  await pool.query(
    `delete from statistics_buckets b using tenants t, unnest(array['queue', 'strategy', 'agent', 'media']) as kinds(kind),
       (values (1, $1::timestamptz), (15, $2::timestamptz)) as old(span, before)
     where b.tenant_id = t.id and b.span = old.span and b.kind = kinds.kind and b.at < old.before`,
    [new Date(now.getTime() - minutesKeptMs), new Date(now.getTime() - quartersKeptMs)],
  );
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
