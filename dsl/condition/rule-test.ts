import { isIsoDay, nextIsoDay } from './iso-time.ts';
import { type Rule, type RuleScalar, valuesOf } from './rule.ts';

/** How two values are ordered. */
export type Order = '<' | '<=' | '>' | '>=';

/** What a rule asks of a field, with every question of types and of missing values settled. */
export type RuleTest =
  | { readonly kind: 'missing'; readonly negated: boolean }
  | { readonly kind: 'one-of'; readonly negated: boolean; readonly values: readonly RuleScalar[] }
  | { readonly kind: 'number-order'; readonly order: Order; readonly limit: number }
  | { readonly kind: 'text-order'; readonly order: Order; readonly limit: string }
  | { readonly kind: 'contains'; readonly negated: boolean; readonly text: string }
  | { readonly kind: 'begins' | 'ends'; readonly text: string };

/**
 * The meaning of a rule, as tests that must all hold. The three forms of a condition (evaluated, as JavaScript, as SQL)
 * are printed from these, so they cannot drift apart:
 *
 * * A field is missing when it is null or was never set; an empty text is a value. A missing field makes every test
 *   false, except `!=`, `notIn`, `doesNotContain` and `null`.
 * * `=`, `!=`, `in`, `notIn` take a number or a truth value and its text for the same: 5 and "5", true and "true".
 *   Text is compared exactly; upper and lower case differ.
 * * Order is by number when the author wrote a number (5 or "5"), and text in the field counts as the number it begins
 *   with ("12 EUR" is 12, "" is none). Otherwise order is by character, among texts only; so ISO 8601 times order. A day such as
 *   2030-01-31 stands for all of it, in UTC: `<=` takes the whole day in and `>` leaves it out.
 * * `contains` finds a text within a text, or an element within a list.
 */
export function testsOf(rule: Rule): RuleTest[] {
  const values = valuesOf(rule);
  const value = values[0] ?? '';
  switch (rule.operator) {
    case 'null':
      return [{ kind: 'missing', negated: false }];
    case 'notNull':
      return [{ kind: 'missing', negated: true }];
    case '=':
    case '!=':
      return [{ kind: 'one-of', negated: rule.operator === '!=', values: [value] }];
    case 'in':
    case 'notIn':
      return [{ kind: 'one-of', negated: rule.operator === 'notIn', values }];
    case '<':
    case '<=':
    case '>':
    case '>=':
      return [orderTest(rule.operator, value)];
    case 'between':
      return [orderTest('>=', value), orderTest('<=', values[1] ?? '')];
    case 'contains':
    case 'doesNotContain':
      return [{ kind: 'contains', negated: rule.operator === 'doesNotContain', text: String(value) }];
    case 'beginsWith':
      return [{ kind: 'begins', text: String(value) }];
    case 'endsWith':
      return [{ kind: 'ends', text: String(value) }];
  }
}

/** A value and the other spelling that counts as the same: 5 and "5", true and "true". */
export function spellingsOf(value: RuleScalar): RuleScalar[] {
  if (typeof value !== 'string') return [value, String(value)];
  if (value === 'true' || value === 'false') return [value, value === 'true'];
  const number = Number(value);
  return Number.isFinite(number) && String(number) === value ? [value, number] : [value];
}

/** The number an author wrote, as a number or as its text; undefined for any other value. */
export function numberWritten(value: RuleScalar): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\s*-?\d+(?:\.\d+)?\s*$/.test(value) ? Number(value) : undefined;
}

function orderTest(order: Order, value: RuleScalar): RuleTest {
  const limit = numberWritten(value);
  if (limit !== undefined) return { kind: 'number-order', order, limit };
  if (isIsoDay(value) && order === '<=') return { kind: 'text-order', order: '<', limit: nextIsoDay(value) };
  if (isIsoDay(value) && order === '>') return { kind: 'text-order', order: '>=', limit: nextIsoDay(value) };
  return { kind: 'text-order', order, limit: String(value) };
}
