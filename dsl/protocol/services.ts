import { z } from 'zod';
import { listSchema } from '../model/list.ts';
import { secretSchema } from '../model/secret.ts';

const time = z.iso.datetime();

/** A line of `GET /api/lists`. `GET`, `PUT` and `DELETE /api/lists/:name` read, keep and remove one. */
export const listSummarySchema = z.strictObject({
  name: z.string(),
  description: z.string(),
  columns: listSchema.shape.columns.unwrap(),
  items: z.int(),
  updatedAt: time,
});

/** A line of the list of lists. */
export type ListSummary = z.infer<typeof listSummarySchema>;

/** A line of `GET /api/business-hours`, with how each calendar stands now. */
export const businessHoursSummarySchema = z.strictObject({
  name: z.string(),
  description: z.string(),
  timeZone: z.string(),
  state: z.enum(['open', 'closed', 'holiday']),
  opensAt: time.nullable(),
  closesAt: time.nullable(),
  updatedAt: time,
});

/** A line of the list of calendars. */
export type BusinessHoursSummary = z.infer<typeof businessHoursSummarySchema>;

/** A line of `GET /api/secrets`: never the secret itself. */
export const shownSecretSchema = secretSchema.extend({ updatedAt: time });

/** A secret as the settings page shows it. */
export type ShownSecret = z.infer<typeof shownSecretSchema>;

/** `PUT /api/secrets/:name`. Without a value the one kept stays. `DELETE` forgets a secret. */
export const saveSecretSchema = secretSchema.extend({
  value: z.string().min(1).max(10_000).optional().meta({ title: 'Secret', description: 'It is never shown again' }),
});
