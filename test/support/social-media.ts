import type { ServerResponse } from 'node:http';
import { type SeenRequest, startWebService, type WebService } from './web-service.ts';

/** A post as a test writes it. */
export interface WrittenPost {
  readonly id: string;
  readonly text: string;
  readonly by: string;
  readonly answers?: string;
  readonly followers?: number;
}

/** A feed, a Mastodon server, the Graph API and the API of X, all on loopback and of the shapes their documentation says. */
export interface SocialMedia extends WebService {
  /** What each has; the newest last. */
  readonly feed: WrittenPost[];
  readonly mentions: WrittenPost[];
  readonly page: WrittenPost[];
  readonly tweets: WrittenPost[];
  /** Headers that the next answers carry. */
  extra: Readonly<Record<string, string>>;
  /** Statuses that the next requests are answered with instead. */
  readonly refusals: number[];
  /** Bodies of what was posted, with the path. */
  readonly posted: {
    readonly path: string;
    readonly body: Record<string, unknown>;
    readonly key: string | undefined;
  }[];
}

const at = (id: string): string => new Date(Date.UTC(2026, 10, 1) + Number(id.replace(/\D/g, '')) * 1000).toISOString();

/** Starts all of them on one port. */
export async function startSocialMedia(): Promise<SocialMedia> {
  const lists = { feed: [], mentions: [], page: [], tweets: [] } as Record<string, WrittenPost[]>;
  const media = { extra: {}, refusals: [], posted: [], ...lists } as unknown as SocialMedia;
  const service = await startWebService((request, response) => answer(media, request, response));
  return Object.assign(media, {
    origin: service.origin,
    host: service.host,
    seen: service.seen,
    stop: () => service.stop(),
  });
}

function answer(media: SocialMedia, request: SeenRequest, response: ServerResponse): void {
  const url = new URL(request.url, 'http://127.0.0.1');
  const refusal = media.refusals.shift();
  if (refusal !== undefined) return void response.writeHead(refusal, media.extra).end('{"error":"refused"}');
  if (url.pathname === '/feed.xml') return feed(media, request, response);
  if (request.headers['authorization'] !== 'Bearer a token') return void response.writeHead(401).end('{}');
  response.setHeader('content-type', 'application/json');
  for (const [name, value] of Object.entries(media.extra)) response.setHeader(name, value);
  if (request.method === 'POST') {
    const key = request.headers['idempotency-key'];
    const known = media.posted.findIndex((one) => key !== undefined && one.key === key);
    if (known < 0) {
      const body = JSON.parse(request.body) as Record<string, unknown>;
      media.posted.push({ path: url.pathname, body, key: typeof key === 'string' ? key : undefined });
    }
    const id = String(9000 + (known < 0 ? media.posted.length : known + 1));
    return void response.end(JSON.stringify({ id, data: { id } }));
  }
  response.end(JSON.stringify(read(media, url)));
}

function feed({ feed: items }: SocialMedia, request: SeenRequest, response: ServerResponse): void {
  const etag = `"${items.length}"`;
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
  const entries = items.map(
    ({ id, text, by }) =>
      `<item><guid>${id}</guid><title>${text}</title><link>https://news.example/${id}</link><dc:creator>${by}</dc:creator>
       <pubDate>${at(id)}</pubDate><description><![CDATA[<p>${text}</p><script>alert(1)</script>]]></description></item>`,
  );
  response.writeHead(200, { etag, 'content-type': 'application/rss+xml' });
  response.end(
    `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>News</title>${entries.join('')}</channel></rss>`,
  );
}

function read(media: SocialMedia, url: URL): unknown {
  const after = (param: string, posts: readonly WrittenPost[]): WrittenPost[] => {
    const last = Number(url.searchParams.get(param) ?? 0);
    return posts.filter(({ id }) => Number(id) > last).toReversed();
  };
  if (url.pathname === '/api/v1/notifications')
    return after('min_id', media.mentions).map((post) => ({ id: post.id, type: 'mention', status: toStatus(post) }));
  if (url.pathname === '/2/users/77/mentions') {
    const found = after('since_id', media.tweets);
    return {
      data: found.map(({ id, text, by, answers }) => ({
        id,
        text,
        author_id: by,
        created_at: at(id),
        conversation_id: answers ?? id,
        lang: 'en',
      })),
      includes: {
        users: found.map(({ by, followers = 5 }) => ({
          id: by,
          name: by.toUpperCase(),
          username: by,
          public_metrics: { followers_count: followers },
        })),
      },
      meta: found[0] === undefined ? {} : { newest_id: found[0].id },
    };
  }
  const said = ({ id, text, by }: WrittenPost) => ({
    id,
    message: text,
    created_time: at(id),
    from: { id: by, name: by.toUpperCase() },
    permalink_url: `https://facebook.com/${id}`,
  });
  const posts = media.page.filter(({ answers }) => answers === undefined);
  return {
    data: posts.map((post) => ({
      ...said(post),
      comments: { data: media.page.filter(({ answers }) => answers === post.id).map(said) },
    })),
  };
}

function toStatus({ id, text, by, answers, followers = 12 }: WrittenPost): unknown {
  return {
    id,
    content: `<p>${text}</p>`,
    url: `https://social.example/@${by}/${id}`,
    created_at: at(id),
    visibility: 'public',
    language: 'en',
    in_reply_to_id: answers ?? null,
    account: { id: `account ${by}`, acct: by, display_name: by.toUpperCase(), followers_count: followers },
  };
}
