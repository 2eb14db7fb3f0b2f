import { z } from 'zod';

/** Where a person works: a process, the strategy that is open, the card that is selected as the canvas names it. */
export const presencePlaceSchema = z.strictObject({
  process: z.string().max(128),
  strategy: z.string().max(128).optional(),
  card: z.string().max(300).optional(),
});

/** Where a person works. */
export type Place = z.infer<typeof presencePlaceSchema>;

/** Somebody who has a process open; one person with two windows is there twice. */
export const presentPersonSchema = z.strictObject({
  /** Of the window, for as long as it is connected. */
  id: z.string(),
  userName: z.string(),
  name: z.string(),
  place: presencePlaceSchema,
});

/** Somebody who has a process open. */
export type PresentPerson = z.infer<typeof presentPersonSchema>;
