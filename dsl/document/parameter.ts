import { z } from 'zod';

/** A JavaScript expression, evaluated in the strategy's sandbox over `interaction`, `contact`, `data`, `vars` and `lastError`. */
export const expressionSchema = z.strictObject({ js: z.string().min(1) }).meta({
  id: 'Expression',
  title: 'Expression',
  description: 'A JavaScript expression over interaction, contact, data, vars and lastError.',
});

/** A JavaScript expression in place of a literal. */
export type Expression = z.infer<typeof expressionSchema>;

/** A parameter of a block: a literal of the given schema, or an expression that yields one when the block runs. */
export function parameter<Schema extends z.ZodType>(schema: Schema) {
  return z.union([schema, expressionSchema]);
}

/** Tells an expression from a literal. */
export function isExpression(value: unknown): value is Expression {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === 1 &&
    'js' in value &&
    typeof value.js === 'string'
  );
}
