import { z } from 'zod';
import { type AskMedium, jsonOf, takenAs } from './ask-medium.ts';
import type { SocialPost, SocialSource } from './contract.ts';

const said = {
  id: z.string(),
  message: z.string().default(''),
  created_time: z.string(),
  permalink_url: z.string().optional(),
  from: z.object({ id: z.string(), name: z.string() }).optional(),
};
const feedSchema = z.object({
  data: z.array(z.object({ ...said, comments: z.object({ data: z.array(z.object(said)) }).optional() })),
});

/** A page of Facebook (Graph API): its newest posts with their comments. Private answers go by the page's inbox. */
export function facebookSource(
  { url, account = '' }: { readonly url: string; readonly account?: string | undefined },
  ask: AskMedium,
): SocialSource {
  const base = url.replace(/\/$/, '');
  const page = encodeURIComponent(account);
  return {
    isRepeatable: false,
    async look() {
      const where = new URL(`${base}/${page}/feed`);
      const fields = 'id,message,from,created_time,permalink_url';
      where.search = new URLSearchParams({
        fields: `${fields},comments.limit(100).order(reverse_chronological){${fields}}`,
        limit: '25',
      }).toString();
      const { data } = feedSchema.parse(jsonOf(await ask({ method: 'GET', url: where })));
      const posts = data.flatMap(({ comments, ...post }) => [
        toPost(post, post.id),
        ...(comments?.data ?? []).map((comment) => toPost(comment, post.id)),
      ]);
      // what the page says itself is no interaction; the rest is told apart by its ids
      const others = posts.filter(({ authorId }) => authorId !== account);
      return { posts: others.toSorted((a, b) => a.at.getTime() - b.at.getTime()), cursor: {} };
    },
    async reply({ answers, text, isPrivate }) {
      const path = isPrivate ? `${page}/messages` : `${encodeURIComponent(answers)}/comments`;
      const body = isPrivate ? { recipient: { comment_id: answers }, message: { text } } : { message: text };
      const headers = { 'content-type': 'application/json' };
      const answer = await ask({
        method: 'POST',
        url: new URL(`${base}/${path}`),
        headers,
        body: JSON.stringify(body),
      });
      const said = z.object({ id: z.string().optional(), message_id: z.string().optional() });
      const { id, message_id: message } = takenAs(answer, said);
      return id ?? message ?? '';
    },
  };
}

function toPost(
  { id, message, from, created_time: at, permalink_url: url }: z.output<z.ZodObject<typeof said>>,
  answers: string,
): SocialPost {
  return {
    id,
    answers,
    author: { address: from?.id ?? 'unknown', name: from?.name ?? '' },
    authorId: from?.id,
    text: message,
    url,
    isPrivate: false,
    at: new Date(at),
  };
}
