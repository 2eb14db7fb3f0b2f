import type { Condition } from './condition.ts';
import type { Rule } from './rule.ts';

/** A rule, or that it does not hold. */
export interface Literal {
  readonly rule: Rule;
  readonly negated: boolean;
}

/** Beyond this many alternatives nothing is claimed: a condition people can read has a handful. */
const mostAlternatives = 64;

/**
 * The ways in which a condition can hold: each a list of rules that must hold, or not, together. Undefined when there are
 * too many to be looked through.
 */
export function alternativesOf(condition: Condition): readonly (readonly Literal[])[] | undefined {
  return waysOf(condition, false);
}

/** The ways in which all of several conditions can hold at once. */
export function alternativesOfAll(conditions: readonly Condition[]): readonly (readonly Literal[])[] | undefined {
  return alternativesOf({ combinator: 'and', rules: [...conditions] });
}

type Ways = readonly (readonly Literal[])[];

function waysOf(part: Condition | Rule, negated: boolean): Ways | undefined {
  if (!('rules' in part)) return [[{ rule: part, negated }]];
  const isNegated = negated !== (part.not === true);
  // a group without rules holds
  if (part.rules.length === 0) return isNegated ? [] : [[]];
  const parts: Ways[] = [];
  for (const one of part.rules) {
    const ways = waysOf(one, isNegated);
    if (ways === undefined) return undefined;
    parts.push(ways);
  }
  // De Morgan: "not (a and b)" is "not a or not b"
  const isConjunction = (part.combinator === 'and') !== isNegated;
  return isConjunction ? productOf(parts) : atMost(parts.flat());
}

function productOf(parts: readonly Ways[]): Ways | undefined {
  let product: Ways = [[]];
  for (const ways of parts) {
    const next = product.flatMap((before) => ways.map((way) => [...before, ...way]));
    if (next.length > mostAlternatives) return undefined;
    product = next;
  }
  return product;
}

function atMost(ways: Ways): Ways | undefined {
  return ways.length > mostAlternatives ? undefined : ways;
}
