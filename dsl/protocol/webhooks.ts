import { z } from 'zod';

const time = z.iso.datetime();

/** What somebody says about a webhook. `PUT /api/webhooks/:name` changes it; it goes on where it stopped. */
export const saveWebhookSchema = z.strictObject({
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .refine((text) => {
      const url = URL.canParse(text) ? new URL(text) : undefined;
      return url?.username === '' && url.password === '';
    }, 'an address without user and password; the signature says who posts')
    .meta({ title: 'Address' }),
  /** Event names that are wanted; empty for all. */
  kinds: z.array(z.string().min(1).max(100)).max(100).default([]).meta({ title: 'Events' }),
  enabled: z.boolean().default(true).meta({ title: 'Enabled' }),
});

/** What somebody says about a webhook. */
export type SaveWebhook = z.infer<typeof saveWebhookSchema>;

/** `POST /api/webhooks`: begins with the events that are committed from now on. */
export const createWebhookSchema = saveWebhookSchema.extend({
  name: z.string().trim().min(1).max(100).meta({ title: 'Name' }),
});

/** A new webhook. */
export type CreateWebhook = z.infer<typeof createWebhookSchema>;

/** Answer to the creation: the secret that signs, shown this once. */
export const createdWebhookSchema = z.strictObject({ name: z.string(), secret: z.string() });

/** A webhook's name and its secret. */
export type CreatedWebhook = z.infer<typeof createdWebhookSchema>;

/** A webhook in `GET /api/webhooks`. */
export const webhookSchema = createWebhookSchema.extend({
  createdBy: z.string().nullable(),
  createdAt: time,
  /** Failed posts in a row. */
  failures: z.int(),
  failingSince: time.nullable(),
  /** What was in the way last; null while all is well. */
  problem: z.string().nullable(),
  nextAt: time,
});

/** A webhook and how it is doing. */
export type Webhook = z.infer<typeof webhookSchema>;

/** One post, newest first in `GET /api/webhooks/:name/deliveries`. */
export const webhookDeliverySchema = z.strictObject({
  id: z.string(),
  at: time,
  events: z.int(),
  status: z.int().nullable(),
  problem: z.string().nullable(),
  durationMs: z.int(),
});

/** One post. */
export type WebhookDelivery = z.infer<typeof webhookDeliverySchema>;
