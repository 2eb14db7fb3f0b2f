import type { Pool } from 'pg';
import type { z } from 'zod';
import type { InteractionPage, interactionQuerySchema } from '#dsl/protocol/interactions.ts';
import { interactionSummary, type SummaryRow, summaryColumns, summaryTables } from './interaction-summary.ts';

type Query = z.output<typeof interactionQuerySchema>;

/** A page of interactions, newest first. `next` names the last line by time and sequence, so that pages stay whole while mail comes in. */
export async function listInteractions(pool: Pool, tenantId: string, query: Query): Promise<InteractionPage> {
  const parameters: unknown[] = [tenantId];
  const place = (value: unknown): string => `$${parameters.push(value)}`;
  const where = ['i.tenant_id = $1', ...filters(query, place)];
  const cursor = readCursor(query.before);
  if (cursor !== undefined)
    where.push(`(i.received_at, i.seq) < (to_timestamp(${place(cursor.at)}::double precision), ${place(cursor.seq)})`);
  const { rows } = await pool.query<SummaryRow & { seq: string; cursor_at: string }>(
    `select ${summaryColumns}, i.seq, extract(epoch from i.received_at)::text as cursor_at from ${summaryTables}
     where ${where.join(' and ')} order by i.received_at desc, i.seq desc limit ${place(query.limit + 1)}`,
    parameters,
  );
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    interactions: page.map(interactionSummary),
    next: rows.length > query.limit && last !== undefined ? `${last.cursor_at}|${last.seq}` : null,
  };
}

function filters(query: Query, place: (value: unknown) => string): string[] {
  const { state, queue, media, contactId, threadId, search } = query;
  return [
    ...(state === undefined ? [] : [state === 'live' ? "i.state <> 'stopped'" : `i.state = ${place(state)}`]),
    ...(queue === undefined ? [] : [`i.queue = ${place(queue)}`]),
    ...(media === undefined ? [] : [`i.media = ${place(media)}`]),
    ...(contactId === undefined ? [] : [`i.contact_id = ${place(contactId)}`]),
    ...(threadId === undefined ? [] : [`i.thread_id = ${place(threadId)}`]),
    ...(search === undefined || search.trim() === ''
      ? []
      : [searched(place(`%${search.trim().replace(/[\\%_]/g, '\\$&')}%`))]),
  ];
}

function searched(pattern: string): string {
  return `(i.subject ilike ${pattern} or i.from_address ilike ${pattern} or i.from_name ilike ${pattern} or i.to_address ilike ${pattern})`;
}

/** Seconds with microseconds, and the sequence; anything else names no line and is as good as none. */
function readCursor(before: string | undefined): { at: string; seq: string } | undefined {
  const { at, seq } = /^(?<at>-?\d{1,12}\.\d{6})\|(?<seq>\d{1,18})$/.exec(before ?? '')?.groups ?? {};
  return at === undefined || seq === undefined ? undefined : { at, seq };
}
