import { z } from 'zod';
import { contactSchema } from './interactions.ts';

/** `GET /api/contacts`: newest first; `search` looks at names and addresses, `before` is the `next` of the page before. */
export const contactQuerySchema = z.strictObject({
  search: z.string().max(200).optional(),
  before: z.string().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** A page of contacts. `GET /api/contacts/:id` answers with one. */
export const contactPageSchema = z.strictObject({
  contacts: z.array(contactSchema),
  next: z.string().nullable(),
});

/** A page of contacts. */
export type ContactPage = z.infer<typeof contactPageSchema>;

/** `POST /api/contacts/identify`: what is known of somebody, by exact names of attributes, and the medium whose order of levels counts. */
export const identifyContactSchema = z.strictObject({
  media: z.string().min(1).max(64),
  attributes: z.record(z.string().max(128), z.string().max(500)),
  /** Makes a contact when there is none. */
  create: z.boolean().default(false),
});

/** How many contacts it means, the ids of at most 100 of them, oldest first, and the attributes that found them first. */
export const identifiedContactSchema = z.strictObject({
  count: z.int(),
  contactIds: z.array(z.uuid()),
  created: z.boolean(),
  matched: z.array(z.string()),
});
