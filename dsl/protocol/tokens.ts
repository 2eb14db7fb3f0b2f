import { z } from 'zod';
import { roleSchema } from './me.ts';

const time = z.iso.datetime();

/** What a program may do: what a role may, or bring in the interactions of open media and hear of them. */
export const rightSchema = z.enum([...roleSchema.options, 'open-media']);

/** What a program may do. */
export type Right = z.infer<typeof rightSchema>;

/** A line of `GET /api/tokens` (administrator): a program that may call the API by `Authorization: Bearer ...`. */
export const tokenSchema = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  roles: z.array(rightSchema),
  createdBy: z.string().nullable(),
  createdAt: time,
  lastUsedAt: time.nullable(),
});

/** A token without its secret. */
export type Token = z.infer<typeof tokenSchema>;

/** `POST /api/tokens`. `DELETE /api/tokens/:id` takes one away. */
export const createTokenSchema = z.strictObject({
  name: z.string().min(1).max(100),
  roles: z.array(rightSchema).min(1),
});

/** What a new token may do. */
export type CreateToken = z.infer<typeof createTokenSchema>;

/** Answer to `POST /api/tokens`: the only time the token is shown. */
export const createdTokenSchema = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  roles: z.array(rightSchema),
  token: z.string(),
});

/** A new token with its secret. */
export type CreatedToken = z.infer<typeof createdTokenSchema>;
