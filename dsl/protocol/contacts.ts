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
