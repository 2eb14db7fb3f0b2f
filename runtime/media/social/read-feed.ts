import { readXml } from '#dsl/composer/read-xml.ts';
import type { XmlElement } from '#dsl/composer/xml-element.ts';
import { htmlText } from '../email/html-text.ts';
import { storableLine } from '../email/storable-text.ts';
import type { SocialPost } from './contract.ts';

/** More items than any feed shows at once. */
const mostItems = 500;
const longestText = 50_000;

/**
 * The items of an RSS 2.0, RSS 1.0 or Atom (RFC 4287) feed, oldest first; undefined when it is no feed. Broken XML is read as far as it
 * goes, markup within items becomes plain words.
 */
export function readFeed(text: string, now: Date): readonly SocialPost[] | undefined {
  const [root] = readXml(text).roots;
  if (root === undefined || !['rss', 'RDF', 'feed'].includes(root.name)) return undefined;
  const holder = root.name === 'rss' ? (child(root, 'channel') ?? root) : root;
  const items = holder.children.filter(({ name }) => name === 'item' || name === 'entry').slice(0, mostItems);
  const channel = textOf(child(holder, 'title') ?? child(child(root, 'channel') ?? root, 'title'));
  const posts = items.map((item) => toPost(item, channel, now)).filter((post) => post.id !== '');
  return posts.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function toPost(item: XmlElement, channel: string, now: Date): SocialPost {
  const url = linkOf(item);
  const name = textOf(child(item, 'guid') ?? child(item, 'id')) || url || textOf(child(item, 'title'));
  const id = storableLine(name, 400);
  const body = child(item, 'encoded') ?? child(item, 'content') ?? child(item, 'description') ?? child(item, 'summary');
  const author = storableLine(authorOf(item) || channel, 200);
  return {
    id,
    answers: id,
    author: { address: author, name: author },
    title: htmlText(textOf(child(item, 'title'))).trim(),
    text: htmlText(textOf(body)).trim().slice(0, longestText),
    url,
    isPrivate: false,
    at: timeOf(item, now),
  };
}

function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((one) => one.name === name);
}

/** What an element says, also where its markup is not escaped (Atom's `type="xhtml"`). */
function textOf(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  return [element.text, ...element.children.map(textOf)].join(' ').trim();
}

function linkOf(item: XmlElement): string | undefined {
  const links = item.children.filter(({ name }) => name === 'link');
  const own = links.find(({ attributes }) => (attributes.get('rel') ?? 'alternate') === 'alternate') ?? links[0];
  const address = String(own?.attributes.get('href') ?? textOf(own)).trim();
  return /^https?:\/\//i.test(address) ? storableLine(address, 2000) : undefined;
}

function authorOf(item: XmlElement): string {
  const author = child(item, 'author');
  return textOf(child(item, 'creator')) || textOf(author && (child(author, 'name') ?? author));
}

function timeOf(item: XmlElement, now: Date): Date {
  const said = ['pubDate', 'published', 'updated', 'date'].map((name) => Date.parse(textOf(child(item, name))));
  const at = said.find((time) => !Number.isNaN(time));
  // a feed must not date its items into the future
  return new Date(Math.min(at ?? now.getTime(), now.getTime()));
}
