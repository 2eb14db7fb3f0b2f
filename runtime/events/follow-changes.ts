import { setTimeout as rest } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { Changes } from '#dsl/protocol/events.ts';
import { readCursor } from './event-cursor.ts';
import { readChanges, type WantedChanges } from './read-changes.ts';

// as soon as a person would notice, and four small index reads a second for each program that waits
const lookEveryMs = 250;
// more are answered at once and ask again: whoever waits costs queries
const mostWaiting = 100;

let waiting = 0;

/**
 * The change stream, held until there is something that is wanted, `waitMs` are over or `signal` says that nobody listens any more. The cursor
 * of the answer is behind all that was looked at.
 */
export async function followChanges(
  pool: Pool,
  tenantId: string,
  wanted: WantedChanges & { readonly waitMs: number; readonly signal: AbortSignal },
): Promise<Changes> {
  const endsAt = performance.now() + (waiting < mostWaiting ? wanted.waitMs : 0);
  waiting += 1;
  try {
    let changes = await readChanges(pool, tenantId, wanted);
    while (changes.events.length === 0 && performance.now() < endsAt && !wanted.signal.aborted) {
      if (!changes.isMore) await rest(lookEveryMs);
      changes = await readChanges(pool, tenantId, { ...wanted, after: readCursor(changes.next, 'after') });
    }
    return changes;
  } finally {
    waiting -= 1;
  }
}
