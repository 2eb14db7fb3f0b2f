import type { Pool, PoolClient } from 'pg';
import type { LoggedEvent } from './logged-event.ts';

/** Looks how far the event log reaches now, and takes the id of a transaction that is younger than all that still owe an entry up to there. */
export async function seeEnd(pool: Pool): Promise<{ id: string; tx: string }> {
  // two statements, in this order: an entry with this number has its transaction's id already
  const { rows } = await pool.query<{ id: string }>(
    'select (last_value - case when is_called then 0 else 1 end)::text as id from events_number',
  );
  const { rows: txs } = await pool.query<{ tx: string }>('select pg_current_xact_id()::text as tx');
  return { id: rows[0]?.id ?? '0', tx: txs[0]?.tx ?? '0' };
}

/** Whether every transaction before one has ended, so that all it could write is there to read. */
export async function areAllOver(client: PoolClient, tx: string): Promise<boolean> {
  const { rows } = await client.query<{ over: boolean }>(
    'select pg_snapshot_xmin(pg_current_snapshot()) > $1::xid8 as over',
    [tx],
  );
  return rows[0]?.over === true;
}

/** Entries after one number up to another, in the order in which they were numbered, which for one interaction is that of what happened. */
export async function readEvents(
  client: PoolClient,
  { after, upTo, limit }: { readonly after: string; readonly upTo: string; readonly limit: number },
): Promise<LoggedEvent[]> {
  const { rows } = await client.query<Omit<LoggedEvent, 'at'> & { at: Date }>(
    `select e.id::text as id, e.tenant_id as "tenantId", e.interaction_id as "interactionId", coalesce(i.media, '') as media, e.at, e.kind, e.party, e.facts
     from events e left join interactions i on i.id = e.interaction_id
     where e.id > $1::bigint and e.id <= $2::bigint order by e.id limit $3`,
    [after, upTo, limit],
  );
  return rows.map((row) => ({ ...row, at: row.at.getTime() }));
}
