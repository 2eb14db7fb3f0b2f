import { z } from 'zod';
import { htmlText } from '../email/html-text.ts';
import { type AskMedium, jsonOf, takenAs } from './ask-medium.ts';
import type { Look, SocialPost, SocialSource } from './contract.ts';

/** Pages of one look: what is left comes with the next. */
const mostPages = 10;
const pageSize = 40;

const statusSchema = z.object({
  id: z.string(),
  content: z.string(),
  url: z.string().nullish(),
  created_at: z.string(),
  visibility: z.string(),
  language: z.string().nullish(),
  in_reply_to_id: z.string().nullish(),
  account: z.object({ id: z.string(), acct: z.string(), display_name: z.string(), followers_count: z.int().nullish() }),
});
const notificationSchema = z.object({ id: z.string(), status: statusSchema.nullish() });

/** An account of a Mastodon server, or of any that speaks its REST API: mentions, a hashtag, or the home timeline. */
export function mastodonSource(
  { url, watch, search = '' }: { readonly url: string; readonly watch: string; readonly search?: string | undefined },
  ask: AskMedium,
): SocialSource {
  const at = (path: string): URL => new URL(`${url.replace(/\/$/, '')}${path}`);
  const page = async (after: string | undefined): Promise<{ id: string; status: z.output<typeof statusSchema> }[]> => {
    const paths: Readonly<Record<string, string>> = {
      mentions: '/api/v1/notifications?types[]=mention',
      search: `/api/v1/timelines/tag/${encodeURIComponent(search.replace(/^#/, ''))}`,
    };
    const where = at(paths[watch] ?? '/api/v1/timelines/home');
    where.searchParams.set('limit', String(pageSize));
    if (after !== undefined) where.searchParams.set('min_id', after);
    const found = jsonOf(await ask({ method: 'GET', url: where }));
    if (watch !== 'mentions')
      return z
        .array(statusSchema)
        .parse(found)
        .map((status) => ({ id: status.id, status }));
    return z
      .array(notificationSchema)
      .parse(found)
      .flatMap(({ id, status }) => (status ? [{ id, status }] : []));
  };
  return {
    isRepeatable: true,
    look: (cursor) => lookThrough(page, cursor['after']),
    async reply({ key, answers, text, isPrivate, to }) {
      const visibility = isPrivate ? 'direct' : 'public';
      // whoever is not named is not told
      const status = text.includes(`@${to}`) ? text : `@${to} ${text}`;
      const answer = await ask({
        method: 'POST',
        url: at('/api/v1/statuses'),
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify({ status, in_reply_to_id: answers, visibility }),
      });
      return takenAs(answer, z.object({ id: z.string() })).id;
    },
  };
}

/** A page holds the newest first, and with `min_id` those right after it. The first look takes the newest page only. */
async function lookThrough(
  page: (after: string | undefined) => Promise<{ id: string; status: z.output<typeof statusSchema> }[]>,
  start: string | undefined,
): Promise<Look> {
  const posts: SocialPost[] = [];
  let after = start;
  for (let count = 0; count < mostPages; count += 1) {
    const found = await page(after);
    posts.push(...found.toReversed().map(({ status }) => toPost(status)));
    after = found[0]?.id ?? after;
    if (found.length < pageSize || start === undefined) break;
  }
  return { posts, cursor: after === undefined ? {} : { after } };
}

function toPost(status: z.output<typeof statusSchema>): SocialPost {
  const { id, account, visibility } = status;
  return {
    id,
    answers: status.in_reply_to_id ?? id,
    author: { address: account.acct, name: account.display_name },
    authorId: account.id,
    followers: account.followers_count ?? undefined,
    text: htmlText(status.content).trim(),
    url: status.url ?? undefined,
    language: status.language ?? undefined,
    isPrivate: visibility === 'direct' || visibility === 'private',
    at: new Date(status.created_at),
  };
}
