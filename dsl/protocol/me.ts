import { z } from 'zod';

/** What an account may do. Administrators may do everything; supervisors also what agents may. */
export const roleSchema = z.enum(['administrator', 'designer', 'supervisor', 'agent']);

/** A role. */
export type Role = z.infer<typeof roleSchema>;

/** `GET /api/me`: who is logged in. */
export const meSchema = z.strictObject({
  id: z.string(),
  userName: z.string(),
  name: z.string(),
  role: roleSchema,
  tenantId: z.string(),
  /** True until the one-time password has been changed; every other route answers 403 `request/password-change-required` till then. */
  mustChangePassword: z.boolean(),
});

/** Who is logged in. */
export type Me = z.infer<typeof meSchema>;

/** `POST /api/login`. Answers with `Me` and sets the session cookie. */
export const loginSchema = z.strictObject({
  userName: z.string().min(1).max(64),
  password: z.string().min(1).max(256),
});

/** `POST /api/me/password`. */
export const changePasswordSchema = z.strictObject({ current: z.string(), next: z.string().min(10).max(256) });

/** Body of every answer that is not 2xx. `field` is the JSON path at fault, where there is one. */
export const problemSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  field: z.string().optional(),
  diagnostics: z.array(z.unknown()).optional(),
});

/** Body of every answer that is not 2xx. */
export type Problem = z.infer<typeof problemSchema>;
