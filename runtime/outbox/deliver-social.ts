import type { Pool } from 'pg';
import { messageIdOfPost } from '../interaction/accept-social.ts';
import { SocialFailure, type SocialSource } from '../media/social/contract.ts';
import type { SendOutcome } from './record-outcome.ts';
import type { OutgoingRow } from './take-outgoing.ts';

/** A reply that was not taken for so long is of no use any more. */
const giveUpAfterMs = 86_400_000;
/** Wait before a reply is tried again, where the medium does not say how long. */
const retryMs = 60_000;

interface Answered {
  readonly media: string;
  readonly account: string | null;
  readonly answers: string | null;
  readonly visibility: string | null;
  readonly author_id: string | null;
}

/** The account of a tenant by its name, ready to send; undefined when there is none. */
export type SourceOf = (tenantId: string, account: string) => Promise<SocialSource | undefined>;

/**
 * Sends one reply to a post. What may have got through is sent again only where the medium knows it by its key; else the strategy
 * leaves by `error`, since everybody could read it twice.
 */
export async function deliverSocial(pool: Pool, row: OutgoingRow, sourceOf: SourceOf): Promise<SendOutcome> {
  const failed = (reply: string, uncertain = false): SendOutcome => ({ state: 'failed', reply, uncertain });
  const { rows } = await pool.query<Answered>(
    `select media, data ->> 'SocialAccount' as account, coalesce(data ->> 'ReplyTo', data ->> 'PostId') as answers,
       data ->> 'ReplyVisibility' as visibility, data ->> 'AuthorId' as author_id from interactions where id = $1`,
    [row.interaction_id],
  );
  const [answered] = rows;
  const { account, answers, visibility } = answered ?? {};
  if (answered === undefined || !account || !answers) return failed('It answers no post of a social account.');
  const source = await sourceOf(row.tenant_id, account);
  if (source?.reply === undefined) return failed(`No social account "${account}" takes replies.`);
  if (row.uncertain && !source.isRepeatable)
    return failed('Its sender was lost while it was being sent; it is not sent twice.', true);
  try {
    const id = await source.reply({
      key: row.id,
      answers,
      text: row.text,
      isPrivate: visibility === 'private',
      to: row.to_addresses[0]?.address ?? '',
      toId: answered.author_id ?? undefined,
    });
    return { state: 'sent', reply: `posted as ${id}`, messageId: messageIdOfPost(answered.media, id) };
  } catch (error) {
    if (!(error instanceof SocialFailure)) throw error;
    const mayPass = error.kind === 'later' || (error.kind === 'uncertain' && source.isRepeatable);
    if (!mayPass || Date.now() - row.created_at.getTime() > giveUpAfterMs)
      return failed(error.message, error.kind === 'uncertain');
    const nextAt = error.until ?? new Date(Date.now() + retryMs);
    return { state: 'pending', reply: error.message, uncertain: error.kind === 'uncertain', nextAt };
  }
}
