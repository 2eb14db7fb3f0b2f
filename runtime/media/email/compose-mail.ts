import MailComposer from 'nodemailer/lib/mail-composer';
import { htmlText } from './html-text.ts';
import type { MailEnvelope, OutgoingMail } from './outgoing-mail.ts';
import type { MailAddress } from './parsed-mail.ts';
import { storableLine } from './storable-text.ts';

// RFC 5322 2.1.1 bounds a line, not a header; the first id and the newest keep a thread together in every mail program
const maxReferences = 20;
const maxSubjectLength = 900;
const maxNameLength = 200;

/** The bytes of a mail. No value can add a header or a line to the header: control characters in values become spaces. */
export async function composeMail(mail: OutgoingMail): Promise<Buffer> {
  const composer = new MailComposer({
    // contents are given, never fetched, whatever their text looks like
    disableFileAccess: true,
    disableUrlAccess: true,
    messageId: cleanId(mail.messageId),
    date: mail.date,
    from: cleanAddress(mail.from),
    to: mail.to.map(cleanAddress),
    cc: (mail.cc ?? []).map(cleanAddress),
    ...(mail.replyTo && { replyTo: cleanAddress(mail.replyTo) }),
    subject: storableLine(mail.subject, maxSubjectLength),
    text: mail.text ?? htmlText(mail.html ?? ''),
    ...(mail.html !== undefined && { html: mail.html }),
    ...threadHeaders(mail),
    headers: automaticHeaders(mail),
    attachments: (mail.attachments ?? []).map(({ filename, contentType, bytes, contentId }) => ({
      filename: storableLine(filename, maxNameLength) || 'attachment',
      contentType: /^[\w.+-]+\/[\w.+-]+$/.test(contentType) ? contentType : 'application/octet-stream',
      content: bytes,
      ...(contentId !== undefined && { cid: storableLine(contentId, maxNameLength) }),
    })),
  });
  return composer.compile().build();
}

/** The envelope of a mail: every recipient once, blind copies among them. */
export function envelopeOf(mail: OutgoingMail): MailEnvelope {
  const recipients = [...mail.to, ...(mail.cc ?? []), ...(mail.bcc ?? [])].map(({ address }) => bareAddress(address));
  return { from: bareAddress(mail.from.address), to: [...new Set(recipients)].filter((address) => address !== '') };
}

function threadHeaders({ inReplyTo, references = [] }: OutgoingMail) {
  const all = [...new Set([...references, ...(inReplyTo === undefined ? [] : [inReplyTo])].map(cleanId))];
  const kept = all.length > maxReferences ? [...all.slice(0, 1), ...all.slice(1 - maxReferences)] : all;
  return {
    ...(inReplyTo !== undefined && { inReplyTo: cleanId(inReplyTo) }),
    ...(kept.length > 0 && { references: kept }),
  };
}

function automaticHeaders({ automatic }: OutgoingMail): Record<string, string> {
  if (automatic === undefined) return {};
  // the second is what Exchange and Outlook heed, which do not all know RFC 3834
  return { 'Auto-Submitted': automatic, 'X-Auto-Response-Suppress': 'All' };
}

function cleanAddress({ address, name }: MailAddress): MailAddress {
  return { address: bareAddress(address), name: storableLine(name, maxNameLength) };
}

/** Nothing that could end the address within the header or within an SMTP command. */
function bareAddress(address: string): string {
  return address.replace(/[\p{Cc}\s<>,;]/gu, '');
}

function cleanId(id: string): string {
  return `<${id.replace(/[\p{Cc}\s<>]/gu, '')}>`;
}
