import { maxSubjectLength } from './parse-mail.ts';
import type { MailReport, ParsedMail } from './parsed-mail.ts';
import { storableText } from './storable-text.ts';

/** What an E-mail Server attaches to an interaction, and how many headers did not fit. */
export interface AttachedMailData {
  readonly data: Readonly<Record<string, string>>;
  /** Headers left out because the whole would pass 64 KB; the raw mail has them. */
  readonly omittedHeaders: number;
}

// attached data travels with every event and every message to a desktop
const maxTotalBytes = 64 * 1024;
const maxValueLength = 2048;
const maxNameLength = 100;

const notAttached = new Set(['received', 'return-path', 'x-mimetrack', 'subject', 'sender', 'from', 'to', 'cc', 'bcc']);

/**
 * The attached data an E-mail Server sets at creation: sender, recipients, subject, mailbox, of a report what it says
 * (ReportKind, FailedRecipient or Recipient, Status, Reason, Cause, Permanent, Disposition, OriginalMessageId), and `Header_<name>` for
 * other headers.
 */
export function attachedData(mail: ParsedMail, mailbox: string): AttachedMailData {
  const data: Record<string, string> = {};
  let bytes = 2;
  const attach = (name: string, value: string): boolean => {
    const cut = storableText(value, maxValueLength);
    // as JSON, which is how it is stored and sent: quotes, colon, comma
    const size = Buffer.byteLength(JSON.stringify(name)) + Buffer.byteLength(JSON.stringify(cut)) + 2;
    if (bytes + size > maxTotalBytes) return false;
    bytes += size;
    data[name] = cut;
    return true;
  };
  const { first, last } = personNames(mail.from?.name ?? '');
  attach('Mailbox', mailbox);
  attach('Subject', mail.subject.slice(0, maxSubjectLength));
  attach('FromAddress', mail.from?.address ?? '');
  attach('FromPersonal', mail.from?.name ?? '');
  attach('FirstName', first);
  attach('LastName', last);
  attach('To', mail.to.first.map(({ address }) => address).join(', '));
  for (const [name, value] of reportData(mail.report)) attach(name, value);
  let omittedHeaders = 0;
  for (const [name, value] of otherHeaders(mail)) if (!attach(`Header_${name}`, value)) omittedHeaders += 1;
  return { data, omittedHeaders };
}

/** First and last name out of a display name: `Ada Lovelace` and `Lovelace, Ada` alike; empty where it is no person's. */
export function personNames(personal: string): { readonly first: string; readonly last: string } {
  const name = personal.replace(/^["']+|["']+$/g, '').trim();
  if (name === '' || name.includes('@')) return { first: '', last: '' };
  const comma = name.indexOf(',');
  if (comma > 0) return { first: name.slice(comma + 1).trim(), last: name.slice(0, comma).trim() };
  const words = name.split(/\s+/);
  return { first: words[0] ?? '', last: words.slice(1).join(' ') };
}

function reportData(report: MailReport | undefined): [string, string][] {
  if (!report) return [];
  const isProblem = report.kind === 'non-delivery' || report.kind === 'delayed';
  const facts: readonly [string, string | undefined][] = [
    ['ReportKind', report.kind],
    [isProblem ? 'FailedRecipient' : 'Recipient', report.recipient],
    ['Status', report.status],
    ['Reason', report.reason],
    ['Cause', report.cause],
    ['Permanent', report.permanent === undefined ? undefined : String(report.permanent)],
    ['Disposition', report.disposition],
    ['OriginalMessageId', report.originalMessageId],
  ];
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}

/** Headers by the name as first written; a header that came more than once has a line for each. */
function otherHeaders(mail: ParsedMail): Iterable<[string, string]> {
  const values = new Map<string, { name: string; lines: string[] }>();
  for (const { name, value } of mail.headers) {
    const key = name.toLowerCase();
    if (notAttached.has(key) || name.length > maxNameLength) continue;
    const known = values.get(key);
    if (known) known.lines.push(value);
    else values.set(key, { name, lines: [value] });
  }
  return [...values.values()].map(({ name, lines }) => [name, lines.join('\n')]);
}
