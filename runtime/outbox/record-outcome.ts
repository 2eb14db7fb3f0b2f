import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { storableText } from '../media/email/storable-text.ts';
import { publish } from '../store/signal.ts';
import type { OutgoingRow } from './take-outgoing.ts';

/** Longest answer of a mail server that is kept. */
const maxReplyLength = 2000;

/** Who answers, by kind. */
const servers: Readonly<Record<OutgoingRow['kind'], string>> = {
  mail: 'mail server',
  sms: 'SMS centre',
  social: 'social medium',
};

/** What became of a message. */
export type SendOutcome =
  | {
      readonly state: 'sent' | 'kept';
      readonly reply: string;
      /** The bytes that went out, where the medium keeps them. */
      readonly raw?: Buffer;
      /** By which the medium calls it from now on. */
      readonly messageId?: string;
      readonly rejected?: readonly string[];
    }
  | (NotSent & { readonly state: 'failed' })
  | (NotSent & { readonly state: 'pending'; readonly nextAt: Date });

interface NotSent {
  readonly reply: string;
  /** The connection broke before the mail server could answer: it may have taken the mail all the same. */
  readonly uncertain: boolean;
}

/**
 * Commits what became of a mail together with the answer its run waits for. One statement and one round trip: until it is
 * committed, a crash would send the mail again. Answers true when a run has to be woken, false when another sender took the mail
 * over, whose finding counts.
 */
export async function recordOutcome(pool: Pool, mail: OutgoingRow, found: SendOutcome): Promise<boolean> {
  // What cannot be recorded would go out again: a mail server may answer with anything.
  const outcome = { ...found, reply: storableText(found.reply, maxReplyLength) };
  const raw = 'raw' in outcome ? (outcome.raw ?? null) : null;
  const answer = answerOf(mail, outcome);
  const { rowCount } = await pool.query(
    `with recorded as (
       update outbox set state = $3, outcome = coalesce(outcome, '{}') || $4::jsonb, next_at = coalesce($5, next_at), lease_until = null,
         done_at = case when $3 <> 'pending' then now() end
       where id = $1 and state = 'sending' and attempts = $2 returning interaction_id, run_id, seq),
     kept as (
       insert into blobs (hash, size, bytes) select $6, length($7::bytea), $7 from recorded where $6::bytea is not null
       on conflict do nothing),
     stamped as (
       update messages m set raw_hash = coalesce($6, m.raw_hash), message_id = coalesce($10, m.message_id), sent_at = case when $3 = 'sent' then now() end from recorded r
       where m.interaction_id = r.interaction_id and $3 in ('sent', 'kept')),
     answered as (
       insert into answers (run_id, seq, result, error) select run_id, seq, $8, $9 from recorded
       where run_id is not null and $3 <> 'pending' on conflict do nothing)
     select from recorded`,
    [
      mail.id,
      mail.attempts,
      outcome.state,
      JSON.stringify(noteOf(outcome)),
      'nextAt' in outcome ? outcome.nextAt : null,
      raw && createHash('sha256').update(raw).digest(),
      raw,
      answer.result,
      answer.error,
      'messageId' in outcome ? outcome.messageId : null,
    ],
  );
  if (rowCount === 0 || outcome.state === 'pending') return false;
  await publish(pool, [{ kind: 'interaction', tenantId: mail.tenant_id, interactionId: mail.interaction_id }]);
  return mail.run_id !== null;
}

/** What a person reads about it. */
function noteOf(outcome: SendOutcome): Record<string, unknown> {
  return {
    reply: outcome.reply,
    ...('rejected' in outcome && { rejected: outcome.rejected }),
    ...('uncertain' in outcome && outcome.uncertain && { uncertain: true }),
  };
}

/** What the run that sent it hears, as JSON. */
function answerOf(mail: OutgoingRow, { state, reply }: SendOutcome): { result: string | null; error: string | null } {
  if (state === 'failed') {
    const error = { code: `${mail.kind}/refused`, message: `The ${servers[mail.kind]} refused it: ${reply}` };
    return { result: null, error: JSON.stringify(error) };
  }
  return { result: JSON.stringify({ messageId: mail.message_id, kept: state === 'kept' }), error: null };
}
