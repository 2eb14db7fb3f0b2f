import { z } from 'zod';

const words = z
  .array(z.string().trim().min(1).max(100))
  .max(50)
  .refine((list) => new Set(list).size === list.length, 'each once');

/** `GET` and `PUT /api/desktop-rules`: what a tenant's agents choose from at the desktop. */
export const desktopRulesSchema = z.strictObject({
  /** Why an agent is not ready, in this order. */
  notReadyReasons: words.default(['Break', 'Lunch', 'Meeting', 'Training', 'Paperwork']),
  /** Disposition codes, in this order. */
  dispositions: words.default(['Resolved', 'No answer needed', 'Spam', 'Duplicate']),
  /** Whether nothing is marked as done without one of them. */
  requiresDisposition: z.boolean().default(false),
  /** Queue that new e-mails of agents enter, whose strategy sends them; empty: agents write none. */
  newMailQueue: z.string().max(200).default(''),
});

/** What a tenant's agents choose from at the desktop. */
export type DesktopRules = z.infer<typeof desktopRulesSchema>;
