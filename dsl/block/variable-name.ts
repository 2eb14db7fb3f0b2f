import { z } from 'zod';

/** Names of strategy variables: JavaScript identifiers, since expressions read them as `vars.name`. */
export const variableNameSchema = z
  .string()
  .max(64)
  .regex(/^[A-Za-z_]\w*$/, 'letters, digits and underscores, beginning with a letter');

/** Keys of attached data; any text without blanks around it, so that headers and keys of other systems fit. */
export const dataKeySchema = z
  .string()
  .min(1)
  .max(128)
  .regex(/^\S(?:.*\S)?$/u, 'a key without blanks around it');

/** A value that fits on a line of a form; lists and objects come from expressions. */
export const scalarSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);
