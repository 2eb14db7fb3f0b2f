import { z } from 'zod';
import { strategyTestSchema } from './strategy-test.ts';

/** A name people give: shown as it is, so any text on one line, without surrounding blanks. */
export const nameSchema = z
  .string()
  .min(1)
  .max(128)
  .regex(/^\S(?:.*\S)?$/u, 'a name without blanks around it')
  .meta({ id: 'Name' });

/** Ids of blocks: short, stable, made from the name once. */
export const blockIdSchema = z
  .string()
  .max(64)
  .regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens, beginning with a letter')
  .meta({ id: 'BlockId' });

/** Types a strategy variable may have. */
export const variableTypeSchema = z.enum(['string', 'integer', 'number', 'boolean', 'list', 'object']);

/** A variable of a strategy; `in` and `out` are the parameters of a subroutine. */
export const variableSchema = z.strictObject({
  type: variableTypeSchema,
  direction: z.enum(['local', 'in', 'out', 'in-out']).default('local'),
  default: z.json().optional(),
  description: z.string().optional(),
});

/** A variable of a strategy. */
export type Variable = z.infer<typeof variableSchema>;

/** A block as it stands in the document: wires live at the port they leave from. `config` is checked by the block's own schema. */
export const blockInstanceSchema = z.strictObject({
  type: z.string(),
  name: nameSchema.optional(),
  note: z.string().optional(),
  config: z.record(z.string(), z.json()).default({}),
  ports: z.record(z.string(), blockIdSchema).default({}),
});

/** A block as it stands in the document. */
export type BlockInstance = z.infer<typeof blockInstanceSchema>;

/** A strategy: a graph of blocks with exactly one Entry. A subroutine is one that other strategies call. */
export const strategySchema = z.strictObject({
  description: z.string().optional(),
  kind: z.enum(['strategy', 'subroutine']).default('strategy'),
  blocks: z.record(blockIdSchema, blockInstanceSchema),
  tests: z.record(nameSchema, strategyTestSchema).optional(),
});

/** A strategy: a graph of blocks. */
export type Strategy = z.infer<typeof strategySchema>;
