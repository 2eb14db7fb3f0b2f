import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { publish } from '../store/signal.ts';
import { inTransaction } from '../store/transaction.ts';
import type { OutgoingRow } from './take-outgoing.ts';

/** What became of a mail. */
export type MailOutcome =
  | {
      readonly state: 'sent' | 'kept';
      readonly reply: string;
      readonly raw: Buffer;
      readonly rejected?: readonly string[];
    }
  | (NotSent & { readonly state: 'failed' })
  | (NotSent & { readonly state: 'pending'; readonly nextAt: Date });

interface NotSent {
  readonly reply: string;
  /** The connection broke before the mail server could answer: it may have taken the mail all the same. */
  readonly uncertain: boolean;
}

/** Commits what became of a mail together with the answer its run waits for. Answers true when a run has to be woken. */
export async function recordOutcome(pool: Pool, mail: OutgoingRow, outcome: MailOutcome): Promise<boolean> {
  return inTransaction(pool, async (client) => {
    const { state, reply } = outcome;
    const over = state !== 'pending';
    const changed = await client.query(
      `update outbox set state = $2, outcome = coalesce(outcome, '{}') || $3::jsonb, next_at = coalesce($4, next_at), lease_until = null,
         done_at = case when $5 then now() end
       where id = $1 and state = 'sending' and attempts = $6`,
      [
        mail.id,
        state,
        JSON.stringify({
          reply,
          ...('rejected' in outcome && { rejected: outcome.rejected }),
          ...('uncertain' in outcome && outcome.uncertain && { uncertain: true }),
        }),
        'nextAt' in outcome ? outcome.nextAt : null,
        over,
        mail.attempts,
      ],
    );
    // Another sender took it over: what it finds out counts.
    if (changed.rowCount === 0 || !over) return false;
    if ('raw' in outcome) {
      const hash = createHash('sha256').update(outcome.raw).digest();
      await client.query('insert into blobs (hash, size, bytes) values ($1, $2, $3) on conflict do nothing', [
        hash,
        outcome.raw.length,
        outcome.raw,
      ]);
      await client.query(
        'update messages set raw_hash = $2, sent_at = case when $3 then now() end where interaction_id = $1',
        [mail.interaction_id, hash, state === 'sent'],
      );
    }
    await publish(client, [{ kind: 'interaction', tenantId: mail.tenant_id, interactionId: mail.interaction_id }]);
    if (mail.run_id === null) return false;
    const answer =
      state === 'failed'
        ? {
            result: null,
            error: JSON.stringify({ code: 'mail/refused', message: `The mail server refused it: ${reply}` }),
          }
        : { result: JSON.stringify({ messageId: mail.message_id, kept: state === 'kept' }), error: null };
    await client.query(
      'insert into answers (run_id, seq, result, error) values ($1, $2, $3, $4) on conflict do nothing',
      [mail.run_id, mail.seq, answer.result, answer.error],
    );
    return true;
  });
}
