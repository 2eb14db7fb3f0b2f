import { z } from 'zod';
import { type AskMedium, jsonOf, takenAs } from './ask-medium.ts';
import type { Cursor, SocialPost, SocialSource } from './contract.ts';

const mostPages = 5;

const pageSchema = z.object({
  data: z
    .array(
      z.object({
        id: z.string(),
        text: z.string(),
        author_id: z.string(),
        created_at: z.string(),
        conversation_id: z.string().optional(),
        lang: z.string().optional(),
      }),
    )
    .default([]),
  includes: z
    .object({
      users: z
        .array(
          z.object({
            id: z.string(),
            name: z.string(),
            username: z.string(),
            public_metrics: z.object({ followers_count: z.int() }).optional(),
          }),
        )
        .default([]),
    })
    .default({ users: [] }),
  meta: z.object({ newest_id: z.string().optional(), next_token: z.string().optional() }),
});

/** An account of X (API v2): mentions, a search, or its timeline. Private answers are direct messages. */
export function xSource(
  {
    url,
    account = '',
    watch,
    search = '',
  }: {
    readonly url: string;
    readonly account?: string | undefined;
    readonly watch: string;
    readonly search?: string | undefined;
  },
  ask: AskMedium,
): SocialSource {
  const base = url.replace(/\/$/, '');
  const user = encodeURIComponent(account);
  const paths: Readonly<Record<string, string>> = {
    mentions: `/2/users/${user}/mentions`,
    search: '/2/tweets/search/recent',
  };
  const page = async ({ since, until }: Cursor, token: string | undefined): Promise<z.output<typeof pageSchema>> => {
    const where = new URL(`${base}${paths[watch] ?? `/2/users/${user}/timelines/reverse_chronological`}`);
    where.search = new URLSearchParams({
      max_results: '100',
      'tweet.fields': 'created_at,conversation_id,author_id,lang',
      expansions: 'author_id',
      'user.fields': 'name,username,public_metrics',
      ...(watch === 'search' && { query: search }),
      ...(since !== undefined && { since_id: since }),
      ...(until !== undefined && { until_id: until }),
      ...(token !== undefined && { pagination_token: token }),
    }).toString();
    return pageSchema.parse(jsonOf(await ask({ method: 'GET', url: where })));
  };
  return {
    isRepeatable: false,
    async look(cursor) {
      const { since } = cursor;
      const posts: SocialPost[] = [];
      let { newest, until } = cursor;
      let token: string | undefined;
      for (let count = 0; count < mostPages; count += 1) {
        const found = await page(cursor, token);
        posts.push(...toPosts(found));
        newest ??= found.meta.newest_id;
        until = found.data.at(-1)?.id ?? until;
        token = found.meta.next_token;
        if (token === undefined || since === undefined) break;
      }
      const others = posts.filter(({ authorId }) => authorId !== account).toReversed();
      // X gives the newest first: what lies between the last page and the look before is left for the next look
      if (token !== undefined && since !== undefined && newest !== undefined && until !== undefined)
        return { posts: others, cursor: { since, newest, until } };
      const next = newest ?? since;
      return { posts: others, cursor: next === undefined ? {} : { since: next } };
    },
    async reply({ answers, text, isPrivate, toId }) {
      const path = isPrivate ? `/2/dm_conversations/with/${encodeURIComponent(toId ?? '')}/messages` : '/2/tweets';
      const body = isPrivate ? { text } : { text, reply: { in_reply_to_tweet_id: answers } };
      const headers = { 'content-type': 'application/json' };
      const answer = await ask({ method: 'POST', url: new URL(`${base}${path}`), headers, body: JSON.stringify(body) });
      const said = z.object({ data: z.object({ id: z.string().optional(), dm_event_id: z.string().optional() }) });
      const { data } = takenAs(answer, said);
      return data.id ?? data.dm_event_id ?? '';
    },
  };
}

function toPosts({ data, includes }: z.output<typeof pageSchema>): SocialPost[] {
  const users = new Map(includes.users.map((one) => [one.id, one]));
  return data.map(({ id, text, author_id: authorId, created_at: at, conversation_id: thread, lang }) => {
    const user = users.get(authorId);
    return {
      id,
      answers: thread ?? id,
      author: { address: user?.username ?? authorId, name: user?.name ?? '' },
      authorId,
      followers: user?.public_metrics?.followers_count,
      text,
      url: `https://x.com/${user?.username ?? 'i'}/status/${id}`,
      language: lang,
      isPrivate: false,
      at: new Date(at),
    };
  });
}
