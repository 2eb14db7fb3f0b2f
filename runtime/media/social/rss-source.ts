import type { AskMedium } from './ask-medium.ts';
import { type Cursor, SocialFailure, type SocialSource } from './contract.ts';
import { readFeed } from './read-feed.ts';

/** A feed: read anew only when its server says that it changed (RFC 9110 13.1). It takes no replies. */
export function rssSource(url: string, ask: AskMedium): SocialSource {
  return {
    isRepeatable: false,
    reply: undefined,
    async look(cursor) {
      const { etag, lastModified } = cursor;
      const { status, headers, body } = await ask({
        method: 'GET',
        url: new URL(url),
        headers: {
          accept: 'application/atom+xml, application/rss+xml, application/xml;q=0.9, */*;q=0.1',
          ...(etag !== undefined && { 'if-none-match': etag }),
          ...(lastModified !== undefined && { 'if-modified-since': lastModified }),
        },
      });
      if (status === 304) return { posts: [], cursor };
      const posts = readFeed(decoded(body, headers['content-type'] ?? ''), new Date());
      if (posts === undefined) throw new SocialFailure('refused', `${url} is no RSS or Atom feed.`);
      const next: Cursor = {
        ...(headers['etag'] !== undefined && { etag: headers['etag'] }),
        ...(headers['last-modified'] !== undefined && { lastModified: headers['last-modified'] }),
      };
      return { posts, cursor: next };
    },
  };
}

/** The character set of the header goes before that of the XML declaration (RFC 7303 3). */
function decoded(body: Buffer, contentType: string): string {
  const declared = /^\s*<\?xml[^>]*encoding=["']([\w-]+)/.exec(body.subarray(0, 200).toString('latin1'))?.[1];
  const name = /charset="?([\w-]+)/i.exec(contentType)?.[1] ?? declared ?? 'utf-8';
  try {
    return new TextDecoder(name).decode(body);
  } catch {
    // a character set nobody knows is most likely misspelt
    return new TextDecoder().decode(body);
  }
}
