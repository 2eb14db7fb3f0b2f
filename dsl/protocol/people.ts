import { z } from 'zod';
import { roleSchema } from './me.ts';

/** A person inside with account and agent settings: `GET/POST /api/people`, `PUT /api/people/:id`. */
export const personSchema = z.strictObject({
  id: z.string(),
  userName: z
    .string()
    .regex(/^[a-z0-9._-]{2,64}$/, 'two or more lower-case letters, digits, dots, hyphens or underscores'),
  role: roleSchema,
  firstName: z.string().max(100),
  lastName: z.string().max(100),
  email: z.string().max(254),
  signature: z.string().max(4000).default(''),
  skills: z.record(z.string(), z.int().min(0).max(100)).default({}),
  /** Capacity rule: how many interactions of a media type at once. */
  capacity: z.record(z.string(), z.int().min(0).max(100)).default({ email: 1 }),
  groups: z.array(z.string()).default([]),
  enabled: z.boolean().default(true),
});

/** A person inside. */
export type Person = z.infer<typeof personSchema>;

/** A new person, or changes to one; `password` sets a new one-time password. */
export const savePersonSchema = personSchema
  .omit({ id: true })
  .extend({ password: z.string().min(10).max(256).optional() });

/** Answer to `POST /api/people`: the password is shown this once. */
export const savedPersonSchema = personSchema.extend({ oneTimePassword: z.string() });

/** `GET /api/agent-groups`, `PUT /api/agent-groups/:name`. */
export const agentGroupSchema = z.strictObject({
  name: z.string().min(1).max(128),
  description: z.string().max(1000).default(''),
  members: z.array(z.string()),
});

/** A group of agents; members are account ids. */
export type AgentGroup = z.infer<typeof agentGroupSchema>;
