import {
  attributionEnd,
  attributionNamed,
  attributionStart,
  divider,
  quotedFields,
  replyAboveLine,
} from './quote-patterns.ts';
import { withoutSignature } from './signature.ts';

// a reply is what a person typed; beyond this it is a document
const maxLength = 200_000;

// no line that a mail program writes above a quote is longer
const maxLineLength = 400;

// some programs break that line up to three times
const maxAttributionLines = 4;

/**
 * The text without the quotes, without what is repeated of the mail that is answered, and without the signature; the whole
 * text where nothing would be left. Takes linear time.
 */
export function replyText(text: string): string {
  const whole = text.replace(/\r\n?/g, '\n').trim();
  if (text.length > maxLength) return whole;
  const reply = passages(whole.split('\n'))
    .map((lines) => withoutSignature(lines).join('\n').trim())
    .filter((passage) => passage !== '')
    .join('\n\n');
  // a mail that is nothing but a quote is shown as it is rather than as nothing
  return reply === '' ? whole : reply;
}

/** What stands between the quotes. */
function passages(lines: readonly string[]): string[][] {
  const found: string[][] = [];
  let passage: string[] = [];
  let at = 0;
  let isTop = true;
  const close = () => {
    found.push(passage);
    passage = [];
  };
  while (at < lines.length) {
    const line = lines[at] ?? '';
    if (isQuote(line) || isWrappedQuote(lines, at)) {
      if (passage.length > 0) close();
      at += 1;
      continue;
    }
    const header = attributionLines(lines, at);
    const above = header > 0 ? header : Number(isBareAttribution(line));
    if (above > 0 && quoteFollows(lines, at + above)) {
      at += above;
      continue;
    }
    if (header > 0 || isRest(lines, at)) {
      if (!isTop || hasText(found) || hasText([passage])) {
        found.push(withoutSeparators(passage));
        return found;
      }
      // with nothing above, it is what the sender wants to show
      isTop = false;
      at = afterParagraph(lines, at + header);
      continue;
    }
    passage.push(line);
    at += 1;
  }
  close();
  return found;
}

function hasText(all: readonly (readonly string[])[]): boolean {
  return all.some((lines) => lines.some((line) => line.trim() !== ''));
}

function afterParagraph(lines: readonly string[], from: number): number {
  const end = lines.findIndex((line, at) => at >= from && line.trim() === '');
  return end < 0 ? lines.length : end + 1;
}

function isQuote(line: string): boolean {
  return /^\s{0,3}>/.test(line);
}

/** The end of a quoted line that a mail program broke without a sign for the second half. */
function isWrappedQuote(lines: readonly string[], at: number): boolean {
  const before = lines[at - 1] ?? '';
  const after = lines[at + 1] ?? '';
  if (!isQuote(before) || !isQuote(after)) return false;
  return (before.length >= 60 && /^\p{Ll}/u.test(lines[at] ?? '')) || /[(<][^)>]{1,200}$/.test(before);
}

/** How many lines from here are what a mail program says of the quote below, 0 for none. */
function attributionLines(lines: readonly string[], at: number): number {
  const first = lines[at] ?? '';
  if (first.length > maxLineLength || first.trim() === '') return 0;
  if (isAttribution(first.trim())) return 1;
  if (!attributionStart.test(first)) return 0;
  let joined = first.trim();
  for (let count = 2; count <= maxAttributionLines; count += 1) {
    const next = lines[at + count - 1]?.trim() ?? '';
    // an empty line and the end of a sentence are the end of what belongs together
    if (
      next === '' ||
      (isQuote(next) && next !== '>:') ||
      /[.!?]$/.test(joined) ||
      joined.length + next.length > maxLineLength
    )
      return 0;
    joined += next === '>:' ? next : ` ${next}`;
    if (isAttribution(joined)) return count;
  }
  return 0;
}

/** A time or an address besides the words: people write that someone wrote, too. */
function isAttribution(line: string): boolean {
  if (!/\d{1,2}[:.h]\d\d|(?:19|20)\d\d|\S@\S|\d.*,/.test(line)) return false;
  return attributionEnd.test(line) || attributionNamed.test(line);
}

/** Less than that is enough right above a quote: a verb after a name, an address, a time and an address. */
function isBareAttribution(line: string): boolean {
  const cut = line.slice(0, maxLineLength).trim();
  return (
    attributionEnd.test(cut) ||
    /<[^\s<>]{1,100}@[^\s<>]{1,100}>:$|^\d.{1,200}<[^\s<>]{1,100}@[^\s<>]{1,100}>$/.test(cut)
  );
}

function quoteFollows(lines: readonly string[], from: number): boolean {
  for (let at = from; at < from + 3; at += 1) {
    const line = lines[at] ?? '';
    if (line.trim() !== '') return isQuote(line);
  }
  return false;
}

/** Whether all from here on is a mail that is answered or forwarded. */
function isRest(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? '';
  if (line.length > maxLineLength) return false;
  return divider.test(line) || replyAboveLine.test(line) || isFieldBlock(lines, at);
}

const fieldLines = Object.entries(quotedFields).map(
  ([kind, names]) => [kind, new RegExp(`^[\\s*_]{0,9}(?:${names})[\\s*_]{0,3}[:：]`, 'iu')] as const,
);

function fieldOf(line: string): string | undefined {
  return fieldLines.find(([, pattern]) => pattern.test(line))?.[0];
}

/** From, Sent, To and Subject as Outlook repeats them. Lists of people have such lines too, but neither address nor subject. */
function isFieldBlock(lines: readonly string[], at: number): boolean {
  if (fieldOf(lines[at] ?? '') === undefined) return false;
  const kinds = new Set<string>();
  let last: string | undefined;
  let hasAddress = false;
  for (const whole of lines.slice(at, at + 9)) {
    const line = whole.slice(0, maxLineLength);
    if (line.trim() === '' && kinds.size > 1) break;
    // the line of a long name or of many recipients goes on in the next
    last = fieldOf(line) ?? last;
    if (last !== undefined) kinds.add(last);
    hasAddress ||= (last === 'from' || last === 'to') && /\S@\S|mailto:/i.test(line);
  }
  const has = (...all: readonly string[]) => all.every((kind) => kinds.has(kind));
  // forms on web sites have a sender and a subject too, but they were sent to nobody at no time
  if (hasAddress) return has('from', 'sent') || has('from', 'to') || has('sent', 'to');
  return has('from', 'sent', 'subject');
}

function withoutSeparators(lines: readonly string[]): string[] {
  const end = lines.findLastIndex((line) => !/^[\s*]{0,20}[-_=*–—]{0,200}\s*$/.test(line));
  return lines.slice(0, end + 1);
}
