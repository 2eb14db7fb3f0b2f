import { z } from 'zod';

/** A line of `GET /api/social-states`: how a social account is doing. */
export const socialStateSchema = z.strictObject({
  name: z.string(),
  /** Posts taken since the account was made. */
  taken: z.int(),
  /** Requests within its hour. */
  asked: z.int(),
  /** Why the last look failed; null when it did not. */
  reason: z.string().nullable(),
  lookedAt: z.iso.datetime().nullable(),
});

/** How a social account is doing. */
export type SocialState = z.infer<typeof socialStateSchema>;
