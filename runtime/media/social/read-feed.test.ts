import fc from 'fast-check';
import { expect, test } from 'vitest';
import { restUntil } from './ask-medium.ts';
import { readFeed } from './read-feed.ts';

const now = new Date('2026-11-24T12:00:00Z');

test('reads Atom with its links, authors and times, oldest first', () => {
  const atom = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title>
    <entry><id>urn:2</id><title type="html">B &amp;amp; C</title><link rel="self" href="https://a.example/self"/>
      <link href="https://a.example/2"/><author><name>Ann</name></author><updated>2026-11-02T00:00:00Z</updated>
      <content type="xhtml"><div>Two <b>words</b></div></content></entry>
    <entry><id>urn:1</id><title>First</title><published>2026-11-01T00:00:00Z</published><summary>One</summary></entry></feed>`;

  expect(readFeed(atom, now)).toMatchObject([
    { id: 'urn:1', title: 'First', text: 'One', author: { name: 'Blog' } },
    { id: 'urn:2', title: 'B & C', url: 'https://a.example/2', author: { name: 'Ann' }, text: 'Two words' },
  ]);
});

test('keeps a feed from dating its items into the future, and from links that are no web addresses', () => {
  const rss = `<rss><channel><item><guid>1</guid><link>javascript:alert(1)</link><pubDate>Fri, 01 Jan 2100 00:00:00 GMT</pubDate></item></channel></rss>`;

  expect(readFeed(rss, now)).toMatchObject([{ id: '1', url: undefined, at: now }]);
});

test('says what is no feed, and never throws', () => {
  expect(readFeed('<html><body>Not found</body></html>', now)).toBeUndefined();
  expect(readFeed('', now)).toBeUndefined();
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      readFeed(`<rss><channel><item><guid>1</guid><title>${text}`, now);
    }),
  );
});

test('understands how each medium asks for a rest', () => {
  const reset = '2026-11-24T12:05:00.000Z';
  const at = new Date(reset);

  expect(restUntil({ 'retry-after': '300' }, now)).toEqual(at);
  expect(restUntil({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }, now)).toEqual(at);
  expect(restUntil({ 'x-rate-limit-remaining': '0', 'x-rate-limit-reset': String(at.getTime() / 1000) }, now)).toEqual(
    at,
  );
  expect(restUntil({ 'retry-after': '99999999999999999' }, now)).toEqual(new Date('2026-11-25T12:00:00Z'));
  expect(restUntil({ 'x-ratelimit-remaining': '7', 'x-ratelimit-reset': reset }, now)).toBeUndefined();
  expect(restUntil({ 'x-app-usage': '{"call_count":96}' }, now)).not.toBeUndefined();
});
