import type { Literal } from './alternatives.ts';
import { evaluateCondition } from './condition.ts';
import { type RuleTest, spellingsOf, testsOf } from './rule-test.ts';

/** A value a field may have in memory: what conditions compare. */
export type FieldValue = string | number | boolean | undefined;

/** Whether rules about one field hold for a value. */
export function holdsFor(literals: readonly Literal[], value: FieldValue): boolean {
  return literals.every(
    ({ rule, negated }) => evaluateCondition({ combinator: 'and', rules: [rule] }, () => value) !== negated,
  );
}

/**
 * True only when no value whatever lets all rules about one field hold. Sound, not complete: false says nothing.
 */
export function isContradiction(literals: readonly Literal[]): boolean {
  const only = onlyValues(literals);
  if (only !== undefined) return !only.some((value) => holdsFor(literals, value));
  const tests = literals.filter(({ negated }) => !negated).flatMap(({ rule }) => testsOf(rule));
  return hasNoNumber(tests) || hasNoText(tests) || differInEnds(tests);
}

/** A value that lets all rules about one field hold; undefined in a box of its own, since no value is one too. */
export function exampleOf(literals: readonly Literal[]): { readonly value: FieldValue } | undefined {
  const value = candidatesOf(literals).find((one) => holdsFor(literals, one));
  return value !== undefined || holdsFor(literals, undefined) ? { value } : undefined;
}

/** All values that some rule leaves possible, where one names them; undefined when none does. */
function onlyValues(literals: readonly Literal[]): FieldValue[] | undefined {
  for (const { rule, negated } of literals) {
    const tests = testsOf(rule);
    const isMissing = (negatedTest: boolean) =>
      tests.some((test) => test.kind === 'missing' && test.negated === negatedTest);
    if (isMissing(false) && !negated) return [undefined];
    if (isMissing(true) && negated) return [undefined];
    for (const test of tests) {
      if (test.kind !== 'one-of') continue;
      // only an equality bounds: "is none of" leaves everything else, missing too
      if (test.negated === negated) return test.values.flatMap(spellingsOf);
    }
  }
  return undefined;
}

type Bound = { readonly limit: number | string; readonly isOpen: boolean };

/** Two orders by number that leave nothing between them. */
function hasNoNumber(tests: readonly RuleTest[]): boolean {
  return leavesNothing(tests.filter((test) => test.kind === 'number-order'));
}

/** The same for orders by character. */
function hasNoText(tests: readonly RuleTest[]): boolean {
  return leavesNothing(tests.filter((test) => test.kind === 'text-order'));
}

function leavesNothing(
  tests: readonly { readonly order: '<' | '<=' | '>' | '>='; readonly limit: number | string }[],
): boolean {
  const bounds = (first: '<' | '>'): Bound[] =>
    tests
      .filter(({ order }) => order.startsWith(first))
      .map(({ order, limit }) => ({ limit, isOpen: order.length === 1 }));
  return bounds('>').some((low) =>
    bounds('<').some((high) => low.limit > high.limit || (low.limit === high.limit && (low.isOpen || high.isOpen))),
  );
}

/** Two beginnings, or two ends, of which neither is part of the other. */
function differInEnds(tests: readonly RuleTest[]): boolean {
  const texts = (kind: 'begins' | 'ends') => tests.flatMap((test) => (test.kind === kind ? [test.text] : []));
  const differ = (all: readonly string[], fits: (long: string, short: string) => boolean) =>
    all.some((one) => all.some((other) => !fits(one, other) && !fits(other, one)));
  return (
    differ(texts('begins'), (long, short) => long.startsWith(short)) ||
    differ(texts('ends'), (long, short) => long.endsWith(short))
  );
}

/** Values worth trying: those named, their neighbours, and texts put together from what must be in them. */
function candidatesOf(literals: readonly Literal[]): FieldValue[] {
  const tests = literals.flatMap(({ rule }) => testsOf(rule));
  const named = tests.flatMap((test): FieldValue[] => {
    if (test.kind === 'one-of') return test.values.flatMap(spellingsOf);
    if (test.kind === 'number-order')
      return [test.limit, test.limit + 1, test.limit - 1, test.limit + 0.5, test.limit - 0.5];
    if (test.kind === 'text-order') return [test.limit, `${test.limit}a`];
    return [];
  });
  const wanted = literals.filter(({ negated }) => !negated).flatMap(({ rule }) => testsOf(rule));
  const part = (kind: RuleTest['kind']) =>
    wanted.flatMap((test) =>
      test.kind === kind && 'text' in test && !('negated' in test && test.negated) ? [test.text] : [],
    );
  const longest = (texts: readonly string[]) => texts.toSorted((left, right) => right.length - left.length)[0] ?? '';
  const together = `${longest(part('begins'))}${part('contains').join('')}${longest(part('ends'))}`;
  return [...named, together, longest(part('begins')), longest(part('ends')), 'x', '', 0, undefined];
}
