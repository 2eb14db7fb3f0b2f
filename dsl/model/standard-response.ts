import { z } from 'zod';
import { nameSchema } from '../document/strategy.ts';

/** A text of the library that strategies and agents answer with. Subject, text and HTML may hold field codes. */
export const standardResponseSchema = z.strictObject({
  name: nameSchema,
  description: z.string().optional(),
  language: z.string().default('en'),
  /** Empty: the subject of the message after `Re:`. */
  subject: z.string().max(998).default(''),
  text: z.string(),
  /** Left out: the text alone is sent. */
  html: z.string().optional(),
  status: z.enum(['draft', 'approved']).default('approved'),
});

/** A text of the library. */
export type StandardResponse = z.infer<typeof standardResponseSchema>;
