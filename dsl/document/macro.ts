import { z } from 'zod';
import { variableNameSchema } from '../block/variable-name.ts';

/** An expression with parameters that a process keeps once and its strategies use by name: `macros.isGold(data.Segment)`. */
export const macroSchema = z.strictObject({
  description: z.string().max(1000).optional(),
  /** Names the expression reads its arguments by, in the order of a call. */
  parameters: z
    .array(variableNameSchema)
    .max(10)
    .default([])
    .refine((names) => new Set(names).size === names.length, { error: 'every parameter needs a name of its own' }),
  expression: z
    .string()
    .min(1)
    .max(10_000)
    .meta({ description: 'JavaScript over its parameters, interaction, contact, data, vars, fn and other macros.' }),
});

/** An expression with parameters. */
export type Macro = z.infer<typeof macroSchema>;
