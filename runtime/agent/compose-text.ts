import type { PoolClient } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import { isSocialMedium } from '#dsl/model/social-account.ts';
import { htmlText } from '../media/email/html-text.ts';
import { sanitiseHtml } from '../media/email/sanitise-html.ts';
import { storableLine } from '../media/email/storable-text.ts';
import type { ComposedReply, Reply } from './compose-reply.ts';
import { conflict, type InteractionRow } from './lock-interaction.ts';

/** Longest subject that is made of a text, for lists. */
const maxSubjectLength = 60;

/**
 * Whether replies of the interaction's medium are plain words that its own server sends: short messages, posts, and open media that take
 * replies. All else is answered by mail. Throws `request/conflict` for an open medium that takes none.
 */
export async function isAnsweredInText(client: PoolClient, parent: InteractionRow): Promise<boolean> {
  if (parent.media === 'sms' || isSocialMedium(parent.media)) return true;
  const { rows } = await client.query<{ can_reply: boolean }>(
    `select (document -> 'canReply')::boolean as can_reply from media_types where tenant_id = $1 and name = $2`,
    [parent.tenant_id, parent.media],
  );
  if (rows[0]?.can_reply === false)
    throw conflict(parent, `is of the medium "${parent.media}", which takes no replies`);
  return rows[0] !== undefined;
}

/** The words of a reply without their formatting, to the one who wrote. Throws `request/invalid` for files, which such media do not carry. */
export function composeText(reply: Reply, parent: InteractionRow, childId: string): ComposedReply {
  if (reply.attachments.length > 0) {
    throw new CodedError('request/invalid', {
      field: 'attachments',
      expected: `none; ${parent.media} carries no files`,
    });
  }
  const text = htmlText(sanitiseHtml(reply.html, { showRemoteImages: false }).html).trim();
  const [to] = reply.to;
  return {
    messageId: `<${childId}@${parent.media}>`,
    inReplyTo: null,
    references: [],
    subject: storableLine(text, maxSubjectLength),
    from: { address: parent.to_address ?? '', name: '' },
    to: [{ address: storableLine(to?.address ?? '', 254), name: storableLine(to?.name ?? '', 200) }],
    cc: [],
    bcc: [],
    html: null,
    text,
  };
}
