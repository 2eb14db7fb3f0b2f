import type { Pool } from 'pg';
import type { z } from 'zod';
import type { EventPage, readEventsSchema } from '#dsl/protocol/events.ts';
import { cursorText, readCursor } from './event-cursor.ts';
import { eventColumns, type EventRow, loggedEvent } from './logged-event.ts';

/** Who acted or is concerned, as the index `events_agent` has it. */
const agentOf = `case when party ->> 'kind' = 'agent' then party ->> 'name' else facts ->> 'agent' end`;
const queueOf = `coalesce(facts ->> 'queue', facts ->> 'workbin')`;

/** A page of the tenant's event log, newest first. Throws `request/invalid` for a cursor that is none. */
export async function readEvents(
  pool: Pool,
  tenantId: string,
  asked: z.infer<typeof readEventsSchema>,
): Promise<EventPage> {
  const values: unknown[] = [tenantId];
  const value = (given: unknown): string => `$${values.push(given)}`;
  const conditions = ['tenant_id = $1'];
  const { interactionId, agent, queue, kinds, since, until, cursor, limit } = asked;
  if (interactionId !== undefined) conditions.push(`interaction_id = ${value(interactionId)}`);
  if (agent !== undefined) conditions.push(`${agentOf} = ${value(agent)}`);
  if (queue !== undefined) conditions.push(`${queueOf} = ${value(queue)}`);
  if (kinds !== undefined) conditions.push(`kind = any(${value(kinds)}::text[])`);
  if (since !== undefined) conditions.push(`at >= ${value(since)}`);
  if (until !== undefined) conditions.push(`at < ${value(until)}`);
  if (cursor !== undefined) {
    const { first, id } = readCursor(cursor, 'cursor');
    const at = `timestamptz 'epoch' + ${value(first)}::bigint * interval '1 microsecond'`;
    conditions.push(`(at, id) < (${at}, ${value(id)}::bigint)`);
  }
  const { rows } = await pool.query<EventRow & { micros: string }>(
    `select ${eventColumns}, (extract(epoch from at) * 1000000)::bigint::text as micros from events
     where ${conditions.join(' and ')} order by at desc, id desc limit ${value(limit + 1)}`,
    values,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    events: page.map(loggedEvent),
    next: rows.length > limit && last !== undefined ? cursorText({ first: last.micros, id: last.id }) : null,
  };
}
