import {
  daemonAddress,
  daemonName,
  officeAddress,
  type ReportSigns,
  reportPhrases,
  reportSubjects,
} from './bounce-signs.ts';
import type { EnclosedMail } from './enclosed-mail.ts';
import type { MailAddress, MailReport, ReportKind } from './parsed-mail.ts';
import { firstHeader, type MailHead } from './read-headers.ts';

/** What a report says itself; what follows from it is added in one place. */
export type FoundReport = Omit<MailReport, 'cause' | 'permanent'>;

/** What a report is read from. */
export interface ReportSource {
  readonly raw: Buffer;
  readonly head: MailHead;
  readonly text: string;
  readonly subject: string;
  readonly from: MailAddress | undefined;
  readonly to: readonly MailAddress[];
  readonly envelopeFrom?: string | undefined;
}

/** Signs, besides the content type, that a mail may be a report. */
export interface ReportHints {
  readonly any: boolean;
  readonly isDaemon: boolean;
  /** How much the sender looks like a mail system, 0 to 2. */
  readonly sender: number;
  readonly subject: ReportKind | undefined;
  readonly failedRecipients: string | undefined;
}

// the notice comes first; what follows is the mail it is about
const maxNoticeLength = 8000;

/** Looks at sender, subject and headers alone, so that the mail of people costs nothing more. */
export function reportHints({ head: { headers }, subject, from, envelopeFrom }: ReportSource): ReportHints {
  const header = (name: string) => firstHeader(headers, name)?.trim() ?? '';
  const returnPath = (envelopeFrom ?? header('return-path')).replace(/^<|>.*$/g, '').trim();
  const hasPath = envelopeFrom !== undefined || header('return-path') !== '';
  const isDaemon = daemonAddress.test(from?.address ?? '') || daemonAddress.test(returnPath);
  // bulk mail has such an address as its return path, so that one counts only where it is the author's
  const isOffice = officeAddress.test(from?.address ?? '');
  const signs = [
    isDaemon,
    isDaemon || isOffice,
    daemonName.test(header('from')),
    // a null sender, in the envelope or in the header itself
    /<\s*>/.test(header('from')),
    hasPath && returnPath === '',
    // RFC 3834 3.1.7 has answers so; what a shop generates is auto-generated
    /^auto-replied/i.test(header('auto-submitted')),
    /report-type="?delivery-status/i.test(header('content-type')),
  ];
  const sender = Math.min(2, signs.filter(Boolean).length);
  const subjectKind = firstKind(reportSubjects, subject);
  const failedRecipients = firstHeader(headers, 'x-failed-recipients');
  const any = sender > 0 || subjectKind !== undefined || failedRecipients !== undefined;
  return { any, isDaemon: isDaemon || isOffice, sender, subject: subjectKind, failedRecipients };
}

/**
 * Recognises the bounces of systems that follow no RFC. No sign is enough by itself: people write of failed deliveries
 * too, mail systems send other mail, and answering machines have a null return path.
 */
export function plainReport(
  source: ReportSource,
  hints: ReportHints,
  enclosed: EnclosedMail | undefined,
): FoundReport | undefined {
  const notice = noticeOf(source.text);
  const phrase = firstKind(reportPhrases, notice);
  if (!isReport(source, hints, { phrase, enclosed })) return undefined;
  const recipient = hints.failedRecipients?.split(',')[0]?.trim() || recipientIn(notice, source);
  return {
    kind: phrase === 'delayed' ? phrase : (hints.subject ?? phrase ?? 'non-delivery'),
    recipient: recipient === undefined ? undefined : recipient.slice(0, 320),
    status: /(?:^|[\s#(<])([45]\.\d{1,3}\.\d{1,3})(?![.\d])/.exec(notice)?.[1],
    reason: undefined,
    disposition: undefined,
    originalMessageId: undefined,
  };
}

function isReport(
  { to }: ReportSource,
  { sender, isDaemon, subject, failedRecipients }: ReportHints,
  { phrase, enclosed }: { phrase: ReportKind | undefined; enclosed: EnclosedMail | undefined },
): boolean {
  if (failedRecipients !== undefined) return true;
  const said = Number(subject !== undefined) + Number(phrase !== undefined);
  // someone who forwards a mail encloses a mail of others; a system gives us back our own
  if (sender === 0) return said === 2 && to.some(({ address }) => sameAddress(address, enclosed?.from));
  const given = enclosed === undefined ? 0 : isDaemon && enclosed.isPart ? 2 : 1;
  return sender + said + given >= 3;
}

function firstKind(signs: ReportSigns, text: string): ReportKind | undefined {
  return signs.find(({ pattern }) => pattern.test(text))?.kind;
}

/** What the mail system says of its own, without the mail it is about. */
export function noticeOf(text: string): string {
  const notice = text.slice(0, maxNoticeLength);
  const end = notice.search(/^(?:received|return-path|message-id|dkim-signature):/im);
  return end < 0 ? notice : notice.slice(0, end);
}

// as systems set the address apart: in brackets, before a colon, on a line of its own, after what introduces it
const recipientPatterns: readonly RegExp[] = [
  /^[ \t]{0,20}<([^\s<>@]{1,100}@[^\s<>@]{1,200})>/gm,
  /^[ \t*>-]{0,20}([^\s<>@:;,"'()]{1,100}@[\w.-]{1,200}[\w])(?=[\s:.,;(]|$)/gm,
  /(?:recipient|address|user|rcpt to|to)\W{1,9}(?:smtp:)?([^\s<>@:;,"'()[\]]{1,100}@[\w.-]{1,200}\w)/gi,
  /([^\s<>@:;,"'()[\]]{1,100}@[\w.-]{1,200}\w)/g,
];

function recipientIn(notice: string, { to, from }: ReportSource): string | undefined {
  const known = [...to.map(({ address }) => address), from?.address];
  for (const pattern of recipientPatterns) {
    for (const [, address] of notice.matchAll(pattern)) {
      if (address === undefined || daemonAddress.test(address)) continue;
      if (!known.some((other) => sameAddress(address, other))) return address;
    }
  }
  return undefined;
}

function sameAddress(one: string, other: string | undefined): boolean {
  return one.toLowerCase() === other?.toLowerCase();
}
