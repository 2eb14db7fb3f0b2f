import { textOf } from '#dsl/errors/coded-error.ts';
import { classifyAutomatic } from './classify-automatic.ts';
import { decodeBytes } from './decode-words.ts';
import { htmlText } from './html-text.ts';
import { messageIds } from './message-ids.ts';
import type { ParsedMail } from './parsed-mail.ts';
import { readAddress, readAddresses } from './read-addresses.ts';
import { firstHeader, type MailHead, readHeaders } from './read-headers.ts';
import { type MailParts, readParts } from './read-parts.ts';
import { readReport } from './read-report.ts';
import { replyText } from './reply-text.ts';
import { storableLine, storableText } from './storable-text.ts';

/** Length of the property Subject, in characters. */
export const maxSubjectLength = 512;

// what an agent's desktop can show; the raw mail keeps the rest
const maxTextLength = 4 * 1024 * 1024;

// a thread of hundreds of mails; the newest ids are the ones that match
const maxReferences = 200;

/**
 * Reads a mail as far as it can be read. Never rejects, whatever the bytes: what went wrong stands in `problems`.
 * `envelopeFrom` is the sender SMTP named, empty for a null return path; it tells automatic mail.
 */
export async function parseMail(raw: Buffer, options: { readonly envelopeFrom?: string } = {}): Promise<ParsedMail> {
  const head = readHeaders(raw);
  const parts = await readParts(raw);
  try {
    return assemble(raw, head, parts, options.envelopeFrom);
  } catch (error) {
    // a library met input its authors did not think of: what is shown then is what the bytes say
    return assemble(raw, { ...head, headers: [], bodyStart: 0 }, { ...noParts, problems: [textOf(error)] }, undefined);
  }
}

const noParts: MailParts = { text: undefined, html: undefined, attachments: [], problems: [] };

function assemble(raw: Buffer, head: MailHead, parts: MailParts, envelopeFrom: string | undefined): ParsedMail {
  const { headers } = head;
  const problems = [...head.problems, ...parts.problems];
  const html = parts.html === undefined ? undefined : cut(parts.html, 'HTML', problems);
  const text = cut(plainText(raw, head, parts, problems), 'text', problems);
  const from = readAddress(headers, 'from');
  const date = readDate(firstHeader(headers, 'date'), problems);
  const subject = storableLine(firstHeader(headers, 'subject') ?? '', maxSubjectLength);
  const to = readAddresses(headers, 'to');
  const report = readReport({ raw, head, text, subject, from, to: to.first, envelopeFrom });
  return {
    messageId: messageIds(firstHeader(headers, 'message-id'))[0],
    inReplyTo: messageIds(firstHeader(headers, 'in-reply-to'))[0],
    references: messageIds(firstHeader(headers, 'references')).slice(-maxReferences),
    date,
    subject,
    from,
    replyTo: readAddress(headers, 'reply-to'),
    to,
    cc: readAddresses(headers, 'cc'),
    text,
    html,
    replyText: replyText(text),
    headers,
    attachments: parts.attachments,
    automatic: report ? 'report' : classifyAutomatic({ headers, from: from?.address, envelopeFrom }),
    report,
    problems,
  };
}

function plainText(raw: Buffer, head: MailHead, parts: MailParts, problems: string[]): string {
  const body = () => decodeBytes(raw.subarray(head.bodyStart, head.bodyStart + maxTextLength + 1));
  if (head.bodyStart === 0) return body();
  if (parts.text !== undefined && parts.text.trim() !== '') return parts.text;
  if (parts.html !== undefined) return htmlText(parts.html);
  // a body that nothing could be made of, as one whose boundary is not the one announced, is shown as it is
  if (parts.attachments.length > 0 || body().trim() === '') return '';
  problems.push('The parts of the body could not be told apart.');
  return body();
}

function cut(text: string, what: string, problems: string[]): string {
  if (text.length > maxTextLength) problems.push(`The ${what} is longer than ${maxTextLength} characters and was cut.`);
  return storableText(text, maxTextLength);
}

function readDate(value: string | undefined, problems: string[]): Date | undefined {
  if (value === undefined) return undefined;
  // RFC 5322 3.3 lets comments stand about; engines do not all read them
  const date = new Date(
    value
      .slice(0, 100)
      .replace(/\([^()]*\)/g, ' ')
      .replace(/\s*:\s*/g, ':')
      .trim(),
  );
  // years PostgreSQL and JSON can both tell
  if (!Number.isNaN(date.getTime()) && date.getUTCFullYear() >= 1900 && date.getUTCFullYear() <= 9999) return date;
  problems.push(`The date "${value.slice(0, 60)}" makes no sense.`);
  return undefined;
}
