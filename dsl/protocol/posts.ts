import { z } from 'zod';
import { addressSchema } from './interactions.ts';

/** A line of `GET /api/interactions/:id/posts`: a comment or message that joined the interaction. */
export const postSchema = z.strictObject({
  externalId: z.string(),
  author: addressSchema,
  text: z.string(),
  url: z.string().nullable(),
  isPrivate: z.boolean(),
  at: z.iso.datetime(),
});

/** A comment or message that joined an interaction. */
export type Post = z.infer<typeof postSchema>;
