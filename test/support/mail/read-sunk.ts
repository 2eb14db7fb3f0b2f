import { type ParsedMail, simpleParser } from 'mailparser';
import { until } from '../until.ts';
import type { SmtpSink } from './smtp-sink.ts';

/** A mail as the customer's mail program reads it. */
export type ReadMail = ParsedMail;

/** All mails to this address that the server took, oldest first. */
export async function mailsTo({ mails }: SmtpSink, address: string): Promise<ReadMail[]> {
  const theirs = mails.filter(({ to }) => to.includes(address));
  return Promise.all(theirs.map(({ raw }) => simpleParser(raw)));
}

/** Waits for the mail to this address that fits; as long as `until` waits, unless told otherwise. */
export function mailTo(
  sink: SmtpSink,
  address: string,
  fits: (mail: ReadMail) => boolean,
  limitMs?: number,
): Promise<ReadMail> {
  return until(async () => (await mailsTo(sink, address)).find(fits), limitMs);
}

/** Acknowledgements say that a machine wrote them (RFC 3834 5). */
export function isAutomatic(mail: ReadMail): boolean {
  return mail.headers.get('auto-submitted') === 'auto-replied';
}

/** Message-IDs of the References header, oldest first. */
export function referencesOf({ references }: ReadMail): string[] {
  return typeof references === 'string' ? [references] : [...(references ?? [])];
}
