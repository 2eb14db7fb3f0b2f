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
  const left = leftBy(query);
  return [
    ...(left === undefined ? [] : [left(place)]),
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

/** Most runs that are looked at for those that left a block by a port. */
const maxRuns = 1000;

/**
 * Interactions by the way their runs took, over the runs of the last hour: those that ended, by the index of their ends, and those
 * under way. What a subroutine did bears its name in the path.
 */
function leftBy({
  process,
  strategy,
  block,
  port,
}: Query): ((place: (value: unknown) => string) => string) | undefined {
  if (process === undefined || strategy === undefined) return undefined;
  return (place) => {
    const name = place(strategy);
    const versions = `r.version_id in (select id from process_versions where tenant_id = $1 and process = ${place(process)})`;
    const way = wayOf({ strategy, block, port }, name, place);
    const runs = (when: string): string =>
      `(select r.interaction_id from runs r where r.tenant_id = $1 and ${when} and ${versions} and ${way} order by r.ended_at desc limit ${maxRuns})`;
    return `i.id in (${runs(`r.ended_at > now() - interval '1 hour'`)} union all
      ${runs(`r.state in ('running', 'waiting') and r.started_at > now() - interval '1 hour'`)})`;
  };
}

function wayOf(
  { strategy, block, port }: { strategy: string; block: string | undefined; port: string | undefined },
  name: string,
  place: (value: unknown) => string,
): string {
  if (block === undefined) return `r.strategy = ${name} and (r.state = 'failed' or r.path @> '[{"port": "error"}]')`;
  if (port === undefined || port === '')
    return `r.strategy = ${name} and r.state = 'failed' and r.error ->> 'block' = ${place(block)}`;
  const own = place(JSON.stringify([{ block, port }]));
  const within = place(JSON.stringify([{ block, port, strategy }]));
  return `(r.strategy = ${name} and r.path @> ${own} or r.path @> ${within})`;
}

function searched(pattern: string): string {
  return `(i.subject ilike ${pattern} or i.from_address ilike ${pattern} or i.from_name ilike ${pattern} or i.to_address ilike ${pattern})`;
}

/** Seconds with microseconds, and the sequence; anything else names no line and is as good as none. */
function readCursor(before: string | undefined): { at: string; seq: string } | undefined {
  const { at, seq } = /^(?<at>-?\d{1,12}\.\d{6})\|(?<seq>\d{1,18})$/.exec(before ?? '')?.groups ?? {};
  return at === undefined || seq === undefined ? undefined : { at, seq };
}
