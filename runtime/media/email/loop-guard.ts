import type { AutomaticKind } from './parsed-mail.ts';

/** What is known before a machine of ours answers a mail. */
export interface AnswerQuestion {
  /** Of the mail to be answered. */
  readonly automatic: AutomaticKind;
  /** Whom the answer would go to. */
  readonly from: string | undefined;
  /** Every address mail reaches us by, or that we send from. */
  readonly ownAddresses: Iterable<string>;
  /** Automatic answers this sender had from us within the period that is looked at, ten minutes by default in the field. */
  readonly answersToSenderInPeriod: number;
  /** Most automatic answers to one sender within that period. */
  readonly limit: number;
}

/** Whether an automatic answer may go out, and why not. */
export type MayAnswer = { readonly ok: true } | { readonly ok: false; readonly reason: string };

const reasons: Readonly<Record<Exclude<AutomaticKind, 'none'>, string>> = {
  report: 'The mail is a report of a mail system.',
  'auto-submitted': 'The mail was sent by a machine (Auto-Submitted).',
  'null-return-path': 'The mail has a null return path: it must not be answered.',
  daemon: 'The mail comes from a mail system.',
  'auto-reply': 'The mail is an automatic reply.',
  list: 'The mail comes from a mailing list.',
  bulk: 'The mail is bulk mail.',
  suppressed: 'The sender asks for no automatic answer (X-Auto-Response-Suppress).',
};

/** Keeps two machines from answering each other for ever (RFC 3834 2; the field calls it an auto-reply war). */
export function mayAnswer(question: AnswerQuestion): MayAnswer {
  const { automatic, from, ownAddresses, answersToSenderInPeriod, limit } = question;
  if (automatic !== 'none') return { ok: false, reason: reasons[automatic] };
  const sender = normalAddress(from ?? '');
  if (!/^[^@]+@[^@]+$/.test(sender)) return { ok: false, reason: 'The mail has no address to answer to.' };
  for (const own of ownAddresses) {
    if (normalAddress(own) === sender) return { ok: false, reason: `${sender} is an address of ours.` };
  }
  if (answersToSenderInPeriod >= limit) {
    return {
      ok: false,
      reason: `${sender} had ${answersToSenderInPeriod} automatic answers already; the limit is ${limit}.`,
    };
  }
  return { ok: true };
}

/** Mail systems hold a local part to be one whatever its case, and what follows a plus sign to be a note to oneself. */
function normalAddress(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replace(/\+[^@]*(?=@)/, '');
}
