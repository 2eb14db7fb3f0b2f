import type { Pool } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import type { Changes, EventFilter } from '#dsl/protocol/events.ts';
import { cursorText, type EventCursor } from './event-cursor.ts';
import { eventColumns, type EventRow, isWanted, loggedEvent } from './logged-event.ts';

/** Before the first event. */
export const beginning: EventCursor = { first: '0', id: '0' };

/** What to read of the change stream. */
export interface WantedChanges {
  readonly after: EventCursor;
  readonly filter: EventFilter;
  /** As many events are looked at. */
  readonly limit: number;
}

/** The place in the change stream before whatever is committed from now on. */
export async function presentCursor(pool: Pool): Promise<EventCursor> {
  const { rows } = await pool.query<{ first: string }>('select pg_snapshot_xmin(pg_current_snapshot())::text as first');
  return { first: rows[0]?.first ?? '0', id: '0' };
}

/**
 * What the tenant's transactions wrote to the event log after the cursor, each event once, in the order of transactions and within one in that
 * of its events. Transactions that may still write hold back whatever began after them: nothing can appear behind a cursor that was
 * given. Throws `request/conflict` for a cursor of another database.
 */
export async function readChanges(
  pool: Pool,
  tenantId: string,
  { after, filter, limit }: WantedChanges,
): Promise<Changes> {
  // one statement has one snapshot: what is below its xmin is decided, committed or not
  const { rows } = await pool.query<EventRow & { xid: string }>(
    `select xid::text as xid, ${eventColumns} from events
     where tenant_id = $1 and (xid, id) > ($2::xid8, $3::bigint) and xid < pg_snapshot_xmin(pg_current_snapshot())
     order by events.xid, events.id limit $4`,
    [tenantId, after.first, after.id, limit],
  );
  const last = rows.at(-1);
  if (last === undefined) await checkDatabase(pool, after);
  return {
    events: rows.map(loggedEvent).filter((event) => isWanted(event, filter)),
    next: cursorText(last === undefined ? after : { first: last.xid, id: last.id }),
    isMore: rows.length === limit,
  };
}

/** A database restored from a dump counts its transactions anew: a cursor from before would wait for years. */
async function checkDatabase(pool: Pool, { first, id }: EventCursor): Promise<void> {
  const { rows } = await pool.query<{ isAhead: boolean }>(
    'select $1::xid8 > pg_snapshot_xmax(pg_current_snapshot()) as "isAhead"',
    [first],
  );
  if (rows[0]?.isAhead !== true) return;
  throw new CodedError('request/conflict', {
    kind: 'cursor',
    name: cursorText({ first, id }),
    reason: 'lies ahead of this database, which was restored from a dump; start without one, or with after=now',
  });
}
