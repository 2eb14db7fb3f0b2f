import type { Pool } from 'pg';
import type { z } from 'zod';
import { type OpenEvent, openEventSchema, type openOutcomeSchema } from '#dsl/protocol/open-media.ts';

/** What became of an event, in the words of its program. */
export type OpenOutcome = z.output<typeof openOutcomeSchema>;

/** An event as it is kept. */
export interface EventRow {
  readonly id: string;
  readonly tenant_id: string;
  readonly media: string;
  readonly interaction_id: string;
  readonly run_id: string | null;
  readonly at: Date;
  readonly attempts: number;
  readonly document: Record<string, unknown>;
}

/** Columns of an event. */
export const eventColumns = 'id::text, tenant_id, media, interaction_id, run_id, at, attempts, document';

/** An event as its program reads it. */
export function toOpenEvent({ id, at, interaction_id: interactionId, document }: EventRow): OpenEvent {
  return openEventSchema.parse({ ...document, id, at: at.toISOString(), interactionId });
}

/** The oldest events of a medium that are not acknowledged. They come again until they are. */
export async function listOpenEvents(
  pool: Pool,
  { tenantId, media, limit }: { readonly tenantId: string; readonly media: string; readonly limit: number },
): Promise<OpenEvent[]> {
  const { rows } = await pool.query<EventRow>(
    `select ${eventColumns} from open_events where tenant_id = $1 and media = $2 order by id limit $3`,
    [tenantId, media, limit],
  );
  return rows.map(toOpenEvent);
}

/**
 * Forgets events that their program has dealt with, and gives the runs that wait for its word their answers, in one statement. Answers
 * the runs to be woken. One that was acknowledged before changes nothing.
 */
export async function settleOpenEvents(
  pool: Pool,
  { tenantId, media }: { readonly tenantId: string; readonly media: string },
  outcomes: readonly (OpenOutcome & { readonly id: string })[],
): Promise<string[]> {
  const settled = outcomes.map(({ id, failed, externalId }) => ({
    id,
    result: failed === undefined ? { messageId: externalId ?? id } : null,
    error:
      failed === undefined ? null : { code: 'open/refused', message: `The program of ${media} refused it: ${failed}` },
  }));
  const { rows } = await pool.query<{ run_id: string }>(
    `with outcome as (
       select * from jsonb_to_recordset($3) as o(id bigint, result jsonb, error jsonb)
     ), settled as (
       delete from open_events e using outcome o where e.id = o.id and e.tenant_id = $1 and e.media = $2
       returning e.run_id, e.seq, e.document, o.result, o.error
     ), stamped as (
       update messages m set sent_at = now() from settled s
       where m.interaction_id = (s.document ->> 'replyId')::uuid and s.error is null
     ), answered as (
       insert into answers (run_id, seq, result, error)
       select run_id, seq, result, error from settled where run_id is not null on conflict do nothing
     ) select run_id from settled where run_id is not null`,
    [tenantId, media, JSON.stringify(settled)],
  );
  return rows.map((row) => row.run_id);
}
