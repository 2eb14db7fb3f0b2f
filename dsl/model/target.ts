import { z } from 'zod';
import { nameSchema } from '../document/strategy.ts';

/** Whom an interaction may be given to: one agent, whoever of a group, or whoever satisfies a skill expression. */
export const targetSchema = z.union([
  z.strictObject({ agent: nameSchema }),
  z.strictObject({ agentGroup: nameSchema }),
  z.strictObject({ skill: z.string().min(1) }),
]);

/** Whom an interaction may be given to. */
export type Target = z.infer<typeof targetSchema>;
