import { z } from 'zod';
import { addressSchema } from './interactions.ts';

const time = z.iso.datetime();

/** `POST /api/test-bench/mail`: sends a mail to our own SMTP port as a customer would. */
export const testMailSchema = z.strictObject({
  from: addressSchema,
  to: z.string().default('support@localhost'),
  subject: z.string().max(998).default(''),
  text: z.string().max(1_000_000).default(''),
  html: z.string().max(1_000_000).optional(),
  /** Message-ID of the mail this one answers. */
  inReplyTo: z.string().optional(),
  headers: z.record(z.string(), z.string()).default({}),
});

/** Answer: what the server said, and the interaction the mail became. */
export const testMailSentSchema = z.strictObject({
  messageId: z.string(),
  reply: z.string(),
  interactionId: z.uuid().nullable(),
});

/** A line of `GET /api/test-bench/outgoing`, newest first: what went out, or was kept because no SMTP server is configured. */
export const outgoingMailSchema = z.strictObject({
  id: z.uuid(),
  interactionId: z.uuid(),
  parentId: z.uuid().nullable(),
  state: z.enum(['pending', 'sending', 'sent', 'kept', 'failed', 'uncertain']),
  from: addressSchema.nullable(),
  to: z.array(addressSchema),
  subject: z.string(),
  text: z.string(),
  html: z.string().nullable(),
  messageId: z.string().nullable(),
  inReplyTo: z.string().nullable(),
  outcome: z.string().nullable(),
  createdAt: time,
});

/** A mail that went out or was kept. */
export type OutgoingMail = z.infer<typeof outgoingMailSchema>;
