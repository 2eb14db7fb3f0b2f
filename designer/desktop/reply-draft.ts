import { z } from 'zod';
import type { Draft } from '#dsl/protocol/desktop.ts';
import { attachmentSchema, type InteractionDetail } from '#dsl/protocol/interactions.ts';
import { addressText, parseAddress, parseNumber } from './mail-address.ts';
import { textAsHtml } from './quote-original.ts';

/** A reply as the page edits it: addresses as people type them, files with their names. */
export const replyDraftSchema = z.object({
  to: z.array(z.string()),
  cc: z.array(z.string()),
  bcc: z.array(z.string()),
  subject: z.string(),
  html: z.string(),
  files: z.array(attachmentSchema),
  /** Whether the original message goes below the reply. */
  quotes: z.boolean(),
  /** Whether the agent's signature goes below the reply. */
  signs: z.boolean().default(true),
  /** Whether it goes to somebody else, with the files of the original. */
  forwards: z.boolean().default(false),
});

/** A reply as the page edits it. */
export type ReplyDraft = z.infer<typeof replyDraftSchema>;

/** The reply as it begins: to the sender, on the same subject, empty. */
export function freshDraft(interaction: InteractionDetail): ReplyDraft {
  const { message, from, subject } = interaction;
  const sender = message?.replyTo ?? message?.from ?? from;
  return {
    to: sender === null ? [] : [addressText(sender)],
    cc: [],
    bcc: [],
    subject: answeredSubject(message?.subject ?? subject),
    html: '',
    files: [],
    quotes: true,
    signs: true,
    forwards: false,
  };
}

/** What changes when the mail goes on to somebody else instead: who gets it is yet to be said. */
export function forwardInstead(interaction: InteractionDetail): Partial<ReplyDraft> {
  const subject = interaction.message?.subject ?? interaction.subject;
  return {
    to: [],
    cc: [],
    bcc: [],
    subject: /^\s*(?:fwd?|wg)\s*:/i.test(subject) ? subject : `Fwd: ${subject}`.trim(),
    quotes: true,
    forwards: true,
  };
}

/** What changes when it is an answer to the customer after all. */
export function replyInstead(interaction: InteractionDetail): Partial<ReplyDraft> {
  const { to, cc, bcc, subject, forwards } = freshDraft(interaction);
  return { to, cc, bcc, subject, forwards };
}

/** The signature as HTML to stand below a reply; empty when there is none, or the text has it already. */
export function signatureFor(html: string, signature: string): string {
  const bare = (text: string): string =>
    text
      .replace(/<[^>]*>|&nbsp;|\s+/g, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .toLowerCase();
  const lines = signature.trim();
  if (lines === '' || bare(html).includes(bare(textAsHtml(lines)))) return '';
  return `<p>${textAsHtml(lines)}</p>`;
}

/** Everybody who got the message besides its sender and our own mailbox: who `reply to all` adds to Cc. */
export function othersOf(interaction: InteractionDetail): string[] {
  const { message, mailbox, to, data } = interaction;
  if (message === null) return [];
  const ours = [mailbox, to, data['Mailbox']].filter((text) => typeof text === 'string');
  const known = new Set([message.from, message.replyTo].map((address) => address?.address.toLowerCase()));
  for (const text of ours) known.add(text.toLowerCase());
  const others = [...message.to, ...message.cc].filter(({ address }) => !known.has(address.toLowerCase()));
  return [...new Set(others.map(addressText))];
}

/** The subject after `Re:`, once. */
export function answeredSubject(subject: string): string {
  return /^\s*re\s*:/i.test(subject) ? subject : `Re: ${subject}`.trim();
}

/** A kept draft of the server as the page edits it. Names of files are only known where they were attached. */
export function fromServerDraft(draft: Draft, known: ReplyDraft['files'], unnamed: string): ReplyDraft {
  return {
    to: draft.to.map(addressText),
    cc: draft.cc.map(addressText),
    bcc: draft.bcc.map(addressText),
    subject: draft.subject,
    html: draft.html,
    files: draft.attachments.map(
      (id) =>
        known.find((file) => file.id === id) ?? { id, fileName: unnamed, contentType: '', size: 0, inline: false },
    ),
    quotes: true,
    signs: true,
    forwards: draft.forwards,
  };
}

/** What the server keeps, or undefined while the draft cannot be kept there: nobody to send it to, or an address that is none. */
export function toServerDraft(draft: ReplyDraft): Draft | undefined {
  const lists = [draft.to, draft.cc, draft.bcc].map((texts) =>
    texts.map((text) => parseAddress(text) ?? parseNumber(text)),
  );
  const [to = [], cc = [], bcc = []] = lists.map((list) => list.filter((address) => address !== undefined));
  const isWhole = lists.every((list) => !list.includes(undefined));
  if (!isWhole || to.length === 0) return undefined;
  return {
    to,
    cc,
    bcc,
    subject: draft.subject,
    html: draft.html,
    attachments: draft.files.map(({ id }) => id),
    forwards: draft.forwards,
  };
}

/** Whether two drafts say the same. */
export function isSameDraft(left: ReplyDraft, right: ReplyDraft): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** Whether the editor holds no text and no picture. */
export function isBlank(html: string): boolean {
  return !/<(?:img|hr)\b/i.test(html) && html.replace(/<[^>]*>|&nbsp;|\s/g, '') === '';
}
