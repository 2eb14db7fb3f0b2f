import type { Pool } from 'pg';
import { type SocialAccount, socialMedia } from '#dsl/model/social-account.ts';
import { storableLine, storableText } from '../media/email/storable-text.ts';
import type { SocialPost } from '../media/social/contract.ts';
import { appendPost, findLive } from './append-post.ts';
import type { NewInteraction } from './new-interaction.ts';
import type { Submissions } from './submit.ts';

/** The account that found a post. */
export interface FoundBy {
  readonly tenantId: string;
  readonly account: SocialAccount;
}

/**
 * Takes a post once: as an interaction of its own, or as a comment that joins the live interaction of its post. Committed when it
 * resolves. Answers whether it was new; a reply of ours that comes back is not.
 */
export async function takePost(
  { pool, submissions }: { readonly pool: Pool; readonly submissions: Pick<Submissions, 'submit'> },
  by: FoundBy,
  post: SocialPost,
): Promise<boolean> {
  const { tenantId, account } = by;
  const media = socialMedia[account.kind];
  // feeds number their items for themselves; what a service calls a post is its name whoever finds it
  const onceKey = account.kind === 'rss' ? `social ${media} ${account.name} ${post.id}` : `social ${media} ${post.id}`;
  if (account.kind !== 'rss' && (await isOurs(pool, tenantId, messageIdOfPost(media, post.id)))) return false;
  const live =
    account.merges && post.answers !== post.id
      ? await findLive(pool, tenantId, { media, externalId: post.answers })
      : undefined;
  if (live !== undefined) {
    const joined = await appendPost(pool, {
      tenantId,
      interactionId: live,
      endpoint: account.endpoint,
      media,
      onceKey,
      externalId: post.id,
      author: post.author,
      text: storableText(post.text, post.text.length),
      url: post.url,
      isPrivate: post.isPrivate,
      at: post.at,
    });
    if (joined !== 'gone') return joined === 'appended';
  }
  return !(await submissions.submit(socialInteraction(by, post, onceKey))).duplicate;
}

/** What we posted ourselves is no interaction: a search or timeline finds it too, and answering it would go on for ever. */
async function isOurs(pool: Pool, tenantId: string, messageId: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `select from messages where tenant_id = $1 and message_id = $2 and direction = 'out' limit 1`,
    [tenantId, messageId],
  );
  return (rowCount ?? 0) > 0;
}

/** Message-ID of a post, by which threads find each other. */
export function messageIdOfPost(media: string, id: string): string {
  return `<${id}@${media}>`;
}

function socialInteraction({ tenantId, account }: FoundBy, post: SocialPost, onceKey: string): NewInteraction {
  const media = socialMedia[account.kind];
  const { author, url, followers, language, isPrivate, authorId } = post;
  const text = storableText(post.text, post.text.length);
  const subject = storableLine(post.title || text, 120);
  return {
    tenantId,
    endpoint: account.endpoint,
    media,
    type: 'Inbound',
    subtype: 'InboundNew',
    onceKeys: [onceKey],
    // by which comments find it
    externalId: post.answers,
    receivedAt: post.at,
    priority: 0,
    from: { address: storableLine(author.address, 250), name: storableLine(author.name, 200) },
    addressKind: media,
    to: account.name,
    data: {
      SocialAccount: account.name,
      PostId: post.id,
      FromAddress: author.address,
      FromPersonal: author.name,
      Subject: subject,
      IsPrivate: isPrivate,
      ...(post.answers !== post.id && { CommentOn: post.answers }),
      ...(url !== undefined && { PostUrl: url }),
      ...(followers !== undefined && { FollowersCount: followers }),
      ...(language !== undefined && { Language: language }),
      ...(authorId !== undefined && { AuthorId: authorId }),
    },
    message: {
      direction: 'in',
      messageId: messageIdOfPost(media, post.id),
      references: [],
      ...(post.answers !== post.id && { inReplyTo: messageIdOfPost(media, post.answers) }),
      subject,
      from: author,
      to: [],
      cc: [],
      bcc: [],
      text,
      headers: [],
      automatic: 'none',
      problems: [],
      attachments: [],
    },
  };
}
