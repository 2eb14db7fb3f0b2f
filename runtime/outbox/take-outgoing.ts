import type { Pool } from 'pg';
import type { Address } from '#dsl/protocol/interactions.ts';

/** Media that the outbox sends by. */
export type OutboxKind = 'mail' | 'sms' | 'social';

/** A message of the outbox that this sender has taken, with its body. */
export interface OutgoingRow {
  readonly id: string;
  readonly kind: OutboxKind;
  readonly tenant_id: string;
  readonly interaction_id: string;
  readonly run_id: string | null;
  readonly seq: number | null;
  readonly attempts: number;
  /** An earlier attempt may have reached the mail server: its sender was killed before it could say. */
  readonly uncertain: boolean;
  readonly created_at: Date;
  readonly message_id: string;
  readonly in_reply_to: string | null;
  readonly reference_ids: readonly string[];
  readonly subject: string;
  readonly from_address: Address;
  readonly reply_to: Address | null;
  readonly to_addresses: readonly Address[];
  readonly cc_addresses: readonly Address[];
  readonly bcc_addresses: readonly Address[];
  readonly text: string;
  readonly html: string | null;
  readonly automatic: string;
}

/** How long a sender may be silent before its mails are taken by another: longer than renewals are apart, shorter than anybody waits. */
export const sendLeaseMs = 5000;

/**
 * Takes mails that are due, marking them as being sent before a byte leaves. One that was being sent when its sender died is
 * taken again under the same Message-ID, and counted as uncertain: nobody can know whether the mail server had it. What the
 * caller has under way is its own, also when the database was away for longer than the lease.
 */
export async function takeOutgoing(
  pool: Pool,
  kind: OutboxKind,
  batch: number,
  underWay: readonly string[] = [],
): Promise<OutgoingRow[]> {
  const now = new Date();
  const { rows } = await pool.query<OutgoingRow>(
    `with due as materialized (
       select id, state = 'sending' as uncertain from outbox
       where kind = $5 and ((state = 'pending' and next_at <= $1) or (state = 'sending' and lease_until < $1 and id <> all($4)))
       order by next_at limit $2 for update skip locked),
     taken as (
       update outbox o set state = 'sending', attempts = o.attempts + 1, lease_until = $3,
         outcome = case when due.uncertain then coalesce(o.outcome, '{}') || '{"uncertain": true}' else o.outcome end
       from due where o.id = due.id
       returning o.*, due.uncertain)
     select t.id, t.kind, t.tenant_id, t.interaction_id, t.run_id, t.seq, t.attempts, t.uncertain, t.created_at, m.message_id, m.in_reply_to,
       m.reference_ids, m.subject, m.from_address, m.reply_to, m.to_addresses, m.cc_addresses, m.bcc_addresses, m.text, m.html, m.automatic
     from taken t join messages m on m.interaction_id = t.interaction_id`,
    [now, batch, new Date(now.getTime() + sendLeaseMs), underWay, kind],
  );
  return rows;
}

/** Says that these mails are still being sent. */
export async function renewLeases(pool: Pool, ids: readonly string[]): Promise<void> {
  await pool.query(`update outbox set lease_until = $2 where id = any($1) and state = 'sending'`, [
    ids,
    new Date(Date.now() + sendLeaseMs),
  ]);
}
