import type { CheckedMail } from './check-mail.ts';

/** What happened to a file, or to one mail of it. */
export type Outcome =
  | { readonly kind: 'checked'; readonly file: string; readonly mail: CheckedMail }
  | { readonly kind: 'crashed'; readonly file: string; readonly reason: string }
  | { readonly kind: 'unreadable'; readonly file: string; readonly reason: string }
  | { readonly kind: 'skipped'; readonly file: string };

/** Counts over all mails, the last line of a check. */
export interface MailCounts {
  /** Files that hold mail, or may. */
  files: number;
  /** Files that are something else. */
  skipped: number;
  /** Files that could not be opened. */
  unreadable: number;
  /** Mails; more than files when there are mbox files. */
  mails: number;
  parsed: number;
  /** Neither header nor body could be read. */
  bad: number;
  crashed: number;
  /** Mails of ours that were not delivered. */
  bounces: number;
  /** Reports that are no failure: delayed, delivered, read. */
  reports: number;
  autoReplies: number;
  /** By the sign they show, `none` for mail of people. */
  automatic: Record<string, number>;
  withReplyText: number;
  /** Reply text shorter than the text: quotes or a signature left out. */
  withoutQuotes: number;
  withAttachments: number;
  withoutMessageId: number;
  withProblems: number;
}

/** Counts that nothing was counted in yet. */
export function noCounts(): MailCounts {
  return {
    files: 0,
    skipped: 0,
    unreadable: 0,
    mails: 0,
    parsed: 0,
    bad: 0,
    crashed: 0,
    bounces: 0,
    reports: 0,
    autoReplies: 0,
    automatic: {},
    withReplyText: 0,
    withoutQuotes: 0,
    withAttachments: 0,
    withoutMessageId: 0,
    withProblems: 0,
  };
}

/** Adds one outcome. */
export function count(counts: MailCounts, outcome: Outcome): void {
  if (outcome.kind === 'skipped') counts.skipped += 1;
  else if (outcome.kind === 'unreadable') counts.unreadable += 1;
  else {
    counts.mails += 1;
    if (outcome.kind === 'crashed') counts.crashed += 1;
    else if (outcome.mail.bad) counts.bad += 1;
    else countParsed(counts, outcome.mail);
  }
}

function countParsed(counts: MailCounts, mail: CheckedMail): void {
  const { automatic, report } = mail;
  counts.parsed += 1;
  counts.automatic[automatic] = (counts.automatic[automatic] ?? 0) + 1;
  if (report?.kind === 'non-delivery') counts.bounces += 1;
  else if (report) counts.reports += 1;
  if (automatic === 'auto-submitted' || automatic === 'auto-reply') counts.autoReplies += 1;
  if (mail.replyTextLength > 0) counts.withReplyText += 1;
  if (mail.replyTextLength < mail.textLength) counts.withoutQuotes += 1;
  if (mail.attachments > 0) counts.withAttachments += 1;
  if (mail.messageId === undefined) counts.withoutMessageId += 1;
  if (mail.problems.length > 0) counts.withProblems += 1;
}
