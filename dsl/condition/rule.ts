import { z } from 'zod';

/** Operators of a rule, by react-querybuilder's names. */
export const ruleOperators = [
  '=',
  '!=',
  '<',
  '<=',
  '>',
  '>=',
  'contains',
  'doesNotContain',
  'beginsWith',
  'endsWith',
  'null',
  'notNull',
  'in',
  'notIn',
  'between',
] as const;

// PostgreSQL has no text with a NUL in it
const textSchema = z.string().refine((text) => !text.includes('\0'), 'expected text without the character NUL');
const scalarSchema = z.union([textSchema, z.number(), z.boolean()]);

/** One comparison of a field with what the author wrote. Its meaning is defined once, in `testsOf`. */
export const ruleSchema = z
  .strictObject({
    /** react-querybuilder numbers its rules; the id carries no meaning. */
    id: z.string().optional(),
    /** Dotted name, such as `interaction.subject`, `data.Category` or `vars.x`. */
    field: z.string().min(1),
    operator: z.enum(ruleOperators),
    /** Absent for null and notNull; a list, or a text with commas, for in, notIn and between. */
    value: z.union([scalarSchema, z.array(scalarSchema)]).optional(),
  })
  .superRefine((rule, context) => {
    const expected = expectedValue(rule);
    if (expected !== undefined) context.addIssue({ code: 'custom', path: ['value'], message: expected });
  });

/** One comparison of a field with what the author wrote. */
export type Rule = z.infer<typeof ruleSchema>;

/** A value an author can write in a rule. */
export type RuleScalar = z.infer<typeof scalarSchema>;

/** The values a rule compares with: react-querybuilder writes a list either as a list or as a text with commas. */
export function valuesOf(rule: Rule): RuleScalar[] {
  if (rule.value === undefined) return [];
  if (Array.isArray(rule.value)) return rule.value;
  const isList = rule.operator === 'in' || rule.operator === 'notIn' || rule.operator === 'between';
  if (!isList || typeof rule.value !== 'string') return [rule.value];
  return rule.value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function expectedValue(rule: Rule): string | undefined {
  switch (rule.operator) {
    case 'null':
    case 'notNull':
      return undefined;
    case 'in':
    case 'notIn':
      return rule.value === undefined ? 'expected a list of values' : undefined;
    case 'between':
      return valuesOf(rule).length === 2 ? undefined : 'expected two values, the lowest and the highest';
    case '=':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
    case 'contains':
    case 'doesNotContain':
    case 'beginsWith':
    case 'endsWith':
      return rule.value === undefined || Array.isArray(rule.value) ? 'expected one value' : undefined;
  }
}
