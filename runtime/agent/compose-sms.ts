import { CodedError } from '#dsl/errors/coded-error.ts';
import { phoneNumber } from '#dsl/model/phone-number.ts';
import { htmlText } from '../media/email/html-text.ts';
import { sanitiseHtml } from '../media/email/sanitise-html.ts';
import { storableLine } from '../media/email/storable-text.ts';
import type { ComposedReply, Reply } from './compose-reply.ts';

/** Longest subject that is made of a text, for lists. */
const maxSubjectLength = 60;

/**
 * Makes the short message of a reply: its words without their formatting. Throws `request/invalid` for a recipient that is no number, for
 * more than one, and for files, which SMS cannot carry.
 */
export function composeSms(reply: Reply, from: string, childId: string): ComposedReply {
  const [to, ...others] = [...reply.to, ...reply.cc, ...reply.bcc];
  const number = phoneNumber(to?.address ?? '');
  if (others.length > 0 || number === undefined) {
    throw new CodedError('request/invalid', { field: 'to', expected: 'one phone number such as +4915112345678' });
  }
  if (reply.attachments.length > 0) {
    throw new CodedError('request/invalid', { field: 'attachments', expected: 'none; an SMS carries no files' });
  }
  const text = htmlText(sanitiseHtml(reply.html, { showRemoteImages: false }).html).trim();
  return {
    messageId: `<${childId}@sms>`,
    inReplyTo: null,
    references: [],
    subject: storableLine(text, maxSubjectLength),
    from: { address: from, name: '' },
    to: [{ address: number, name: to?.name ?? '' }],
    cc: [],
    bcc: [],
    html: null,
    text,
  };
}
