import { z } from 'zod';
import { mailboxSchema } from '../model/mailbox.ts';
import { smtpOutSchema } from '../model/smtp-out.ts';

const time = z.iso.datetime();

const { password: mailboxPassword, ...openMailbox } = mailboxSchema.shape;
const { password: smtpPassword, ...openSmtpOut } = smtpOutSchema.shape;

/** How a mailbox is doing, as the process that fetches from it last said; null when none fetches. */
export const mailboxStatusSchema = z.strictObject({
  status: z.enum(['connecting', 'watching', 'failing', 'stopped']),
  /** Mails handed over since the process started. */
  fetched: z.int(),
  lookedAt: time.nullable(),
  reason: z.string().nullable(),
});

/** How a mailbox is doing. */
export type MailboxStatus = z.infer<typeof mailboxStatusSchema>;

/** A line of `GET /api/mailboxes`. Passwords never come back. */
export const shownMailboxSchema = z.strictObject({
  ...openMailbox,
  hasPassword: z.boolean(),
  status: mailboxStatusSchema.nullable(),
});

/** A mailbox as the settings page shows it. */
export type ShownMailbox = z.infer<typeof shownMailboxSchema>;

/** `PUT /api/mailboxes/:name` and `POST /api/mailboxes/test`. Without a password the one kept stays. `DELETE` removes a mailbox. */
export const saveMailboxSchema = z
  .strictObject({ ...openMailbox, password: mailboxPassword.optional() })
  .superRefine((mailbox, context) => copyIssues(mailboxSchema, { ...mailbox, password: '' }, context));

/** What is kept of a mailbox. */
export type SaveMailbox = z.infer<typeof saveMailboxSchema>;

/** `GET /api/smtp-out`: null while none is configured and outgoing mail is kept. */
export const shownSmtpOutSchema = z.strictObject({
  settings: z.strictObject({ ...openSmtpOut, hasPassword: z.boolean() }).nullable(),
});

/** `PUT /api/smtp-out` and `POST /api/smtp-out/test`. Without a password the one kept stays. `DELETE` forgets the server. */
export const saveSmtpOutSchema = z
  .strictObject({ ...openSmtpOut, password: smtpPassword })
  .superRefine((server, context) => copyIssues(smtpOutSchema, server, context));

/** What is kept of the SMTP server. */
export type SaveSmtpOut = z.infer<typeof saveSmtpOutSchema>;

/** Answer to a test of a mailbox or a server: what is there, or why it cannot be used. */
export const connectionTestSchema = z.strictObject({
  ok: z.boolean(),
  /** Mails in the mailbox. */
  messages: z.int().optional(),
  reason: z.string().optional(),
});

/** The rules between fields live in the document's own schema; a form without its password is held to them too. */
function copyIssues(schema: z.ZodType, value: unknown, context: z.RefinementCtx): void {
  const { error } = schema.safeParse(value);
  for (const { path, message } of error?.issues ?? []) context.addIssue({ code: 'custom', path: [...path], message });
}
