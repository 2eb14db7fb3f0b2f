import { z } from 'zod';
import { smsChannelSchema } from '../model/sms-channel.ts';

const { password, ...open } = smsChannelSchema.shape;

/** How an SMS channel is doing, as the process that holds its connections last said. */
export const smsChannelStatusSchema = z.strictObject({
  status: z.enum(['connecting', 'connected', 'failing', 'stopped']),
  reason: z.string().nullable(),
  /** Messages and parts since the process started. */
  received: z.int(),
  sent: z.int(),
});

/** How an SMS channel is doing. */
export type SmsChannelStatus = z.infer<typeof smsChannelStatusSchema>;

/** A line of `GET /api/sms-channels`. Passwords never come back. */
export const shownSmsChannelSchema = z.strictObject({
  ...open,
  hasPassword: z.boolean(),
  status: smsChannelStatusSchema.nullable(),
});

/** An SMS channel as the settings page shows it. */
export type ShownSmsChannel = z.infer<typeof shownSmsChannelSchema>;

/** `PUT /api/sms-channels/:name` and `POST /api/sms-channels/test`. Without a password the one kept stays. */
export const saveSmsChannelSchema = z.strictObject({ ...open, password: password.optional() });

/** What is kept of an SMS channel. */
export type SaveSmsChannel = z.infer<typeof saveSmsChannelSchema>;
