import { decodeBytes, decodeWords } from './decode-words.ts';
import type { MailHeader } from './parsed-mail.ts';
import { storableText } from './storable-text.ts';

/** The head of a mail, and where its body begins. */
export interface MailHead {
  readonly headers: readonly MailHeader[];
  readonly bodyStart: number;
  readonly problems: readonly string[];
}

// far beyond any real mail, and small enough that a hostile one costs milliseconds; 10,000 recipients take 0.3 MB
const maxHeadBytes = 4 * 1024 * 1024;
const maxHeaders = 2000;

// RFC 5322 3.6.8: a field name is printable ASCII but the colon; blanks before the colon are obsolete and still seen
const headerLine = /^([\u0021-\u0039\u003b-\u007e]+)[ \t]*:/;

/** Reads the header lines of a mail by itself, so that they are known whatever happens to the body. Never throws. */
export function readHeaders(raw: Buffer): MailHead {
  const problems: string[] = [];
  const end = findHeadEnd(raw);
  if (end.head > maxHeadBytes) problems.push(`The header is larger than ${maxHeadBytes} bytes and was cut.`);
  const lines = decodeBytes(raw.subarray(0, Math.min(end.head, maxHeadBytes))).split(/\r?\n/);
  // mbox files put a line of their own before the header
  if (lines[0]?.startsWith('From ')) lines.shift();

  const unfolded: { name: string; parts: string[] }[] = [];
  let unreadable = 0;
  for (const line of lines) {
    if (line === '') continue;
    const last = unfolded.at(-1);
    const name = headerLine.exec(line);
    if (/^[ \t]/.test(line) && last) last.parts.push(line);
    else if (!name?.[1]) unreadable += 1;
    else if (unfolded.length >= maxHeaders) unreadable += 1;
    else unfolded.push({ name: name[1], parts: [line.slice(name[0].length)] });
  }
  if (unreadable > 0) problems.push(`${unreadable} header lines could not be read.`);
  // what has hardly a header line is all body, as a mail of four bytes is
  if (unfolded.length <= unreadable) return { headers: [], bodyStart: 0, problems: ['The mail has no header.'] };
  const headers = unfolded.map(({ name, parts }) => ({
    name,
    value: storableText(decodeWords(parts.join('').trim())),
  }));
  return { headers, bodyStart: end.body, problems };
}

/** First value of a header, by its name in any case. */
export function firstHeader(headers: readonly MailHeader[], name: string): string | undefined {
  return headers.find((header) => header.name.toLowerCase() === name)?.value;
}

function findHeadEnd(raw: Buffer): { head: number; body: number } {
  if (raw[0] === 0x0a) return { head: 0, body: 1 };
  if (raw[0] === 0x0d && raw[1] === 0x0a) return { head: 0, body: 2 };
  const bare = raw.indexOf('\n\n');
  const full = raw.indexOf('\n\r\n');
  if (bare < 0 && full < 0) return { head: raw.length, body: raw.length };
  return full < 0 || (bare >= 0 && bare < full) ? { head: bare, body: bare + 2 } : { head: full, body: full + 3 };
}
