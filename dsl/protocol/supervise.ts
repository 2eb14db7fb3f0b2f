import { z } from 'zod';

/** The most interactions of one request; pages send more in batches, so that people see how far it is and can stop. */
export const mostAtOnce = 25;

/**
 * What a supervisor does with interactions that wait in a queue or workbin. `workbin` wants the owner as the workbin asks for it: the
 * user name of an agent, or the name of a group or place. `assign` offers it to an agent who is ready for it.
 */
export const interventionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('retry') }),
  z.strictObject({ kind: z.literal('hold') }),
  z.strictObject({ kind: z.literal('resume') }),
  z.strictObject({ kind: z.literal('priority'), priority: z.int().min(-1_000_000).max(1_000_000) }),
  z.strictObject({ kind: z.literal('move'), queue: z.string().min(1) }),
  z.strictObject({ kind: z.literal('workbin'), workbin: z.string().min(1), owner: z.string().min(1) }),
  z.strictObject({ kind: z.literal('assign'), agent: z.string().min(1) }),
  z.strictObject({ kind: z.literal('stop'), reason: z.string().max(500).default('') }),
]);

/** What a supervisor does with interactions that wait. */
export type Intervention = z.infer<typeof interventionSchema>;

/** `POST /api/interactions/intervene` (supervisor): the same for many, each by itself under the rules of the single action. */
export const interveneSchema = z.strictObject({
  ids: z.array(z.uuid()).min(1).max(mostAtOnce),
  act: interventionSchema,
});

/** Which of them it was done to, and which were refused, with the reason. */
export const intervenedSchema = z.strictObject({
  done: z.array(z.uuid()),
  refused: z.array(z.strictObject({ id: z.uuid(), code: z.string(), message: z.string() })),
});

/** Which of them it was done to, and which were refused. */
export type Intervened = z.infer<typeof intervenedSchema>;
