import { alternativesOfAll, type Literal } from '../condition/alternatives.ts';
import type { Condition } from '../condition/condition.ts';
import { exampleOf, type FieldValue, isContradiction } from '../condition/field-reasoning.ts';
import type { View } from '../document/business-process.ts';
import { readViewField } from '../model/interaction-property.ts';

/** What a view of a queue asks for: its condition, and that the interaction is in the queue. */
function conditionsOf(queue: string, view: View): Condition[] {
  const inQueue: Condition = { combinator: 'and', rules: [{ field: 'queue', operator: '=', value: queue }] };
  return view.condition === undefined ? [inQueue] : [inQueue, view.condition];
}

/** True only when no interaction whatever can match the view. */
export function neverMatches(queue: string, view: View): boolean {
  const ways = alternativesOfAll(conditionsOf(queue, view));
  return ways !== undefined && ways.every((way) => [...byField(way).values()].some(isContradiction));
}

/** Values by field with which an interaction matches both views; undefined when none was found. */
export function matchesBoth(queue: string, one: View, other: View): Readonly<Record<string, FieldValue>> | undefined {
  const ways = alternativesOfAll([...conditionsOf(queue, one), ...conditionsOf(queue, other)]);
  for (const way of ways ?? []) {
    const examples = [...byField(way)].map(([field, literals]) => [field, exampleOf(literals)] as const);
    if (examples.every(([, example]) => example !== undefined)) {
      return Object.fromEntries(examples.map(([field, example]) => [field, example?.value]));
    }
  }
  return undefined;
}

/** Rules of an alternative by the field they ask, whichever way it is written. */
function byField(way: readonly Literal[]): ReadonlyMap<string, readonly Literal[]> {
  const fields = new Map<string, Literal[]>();
  for (const literal of way) {
    const read = readViewField(literal.rule.field);
    const name = read === undefined ? literal.rule.field : 'property' in read ? read.property : `data.${read.dataKey}`;
    fields.set(name, [...(fields.get(name) ?? []), literal]);
  }
  return fields;
}
