import { z } from 'zod';
import { type Rule, ruleSchema } from './rule.ts';
import { type Order, type RuleTest, spellingsOf, testsOf } from './rule-test.ts';

export type { Rule } from './rule.ts';

/** A tree of rules, in the shape react-querybuilder draws. A group without rules holds, whatever its combinator. */
export interface Condition {
  id?: string | undefined;
  combinator: 'and' | 'or';
  not?: boolean | undefined;
  rules: (Rule | Condition)[];
}

/** Schema of a condition: what the condition builder writes and what a document holds. */
export const conditionSchema: z.ZodType<Condition> = z.strictObject({
  id: z.string().optional(),
  combinator: z.enum(['and', 'or']),
  not: z.boolean().optional(),
  get rules(): z.ZodType<(Rule | Condition)[]> {
    return z.array(z.union([ruleSchema, conditionSchema]));
  },
});

/** Whether the condition holds for the fields that `read` answers; `testsOf` says what each operator means. */
export function evaluateCondition(condition: Condition, read: (field: string) => unknown): boolean {
  const holds = (part: Rule | Condition): boolean =>
    'rules' in part
      ? evaluateCondition(part, read)
      : testsOf(part).every((test) => evaluateTest(test, plain(read(part.field))));
  const { rules } = condition;
  const result = rules.length === 0 || (condition.combinator === 'and' ? rules.every(holds) : rules.some(holds));
  return condition.not === true ? !result : result;
}

/** Every field the condition reads, each once; so that unknown ones can be reported. */
export function conditionFields(condition: Condition): string[] {
  return [...new Set(condition.rules.flatMap((part) => ('rules' in part ? conditionFields(part) : [part.field])))];
}

function evaluateTest(test: RuleTest, value: unknown): boolean {
  switch (test.kind) {
    case 'missing':
      return (value === null || value === undefined) !== test.negated;
    case 'one-of':
      return test.values.flatMap(spellingsOf).some((spelling) => spelling === value) !== test.negated;
    case 'number-order':
      return isSpelt(value) && inOrder(Number.parseFloat(String(value)), test.order, test.limit);
    case 'text-order':
      return typeof value === 'string' && inOrder(value, test.order, test.limit);
    case 'contains':
      return (typeof value === 'string' || Array.isArray(value) ? value.includes(test.text) : false) !== test.negated;
    case 'begins':
      return typeof value === 'string' && value.startsWith(test.text);
    case 'ends':
      return typeof value === 'string' && value.endsWith(test.text);
  }
}

function isSpelt(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function inOrder<Value extends number | string>(left: Value, order: Order, right: Value): boolean {
  switch (order) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}

/** Times cross every border as ISO 8601 text in UTC; a Date in memory counts as that text. */
function plain(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value;
}
