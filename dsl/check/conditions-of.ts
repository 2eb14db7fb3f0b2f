import { type Condition, conditionSchema } from '../condition/condition.ts';
import type { ReadBlock } from './read-strategy.ts';

/** A field that a condition reads, and where in the document below the condition's owner it says so. */
export interface ConditionField {
  readonly field: string;
  readonly path: readonly (string | number)[];
}

/** Every field that conditions among a block's settings read; paths are below the block's `config`. */
export function conditionFieldsOf({ config }: ReadBlock): readonly ConditionField[] {
  return fieldsIn(config, []);
}

/** Every field a condition reads, with its path below the condition. */
export function fieldsOfCondition(condition: Condition): readonly ConditionField[] {
  return condition.rules.flatMap((part, index) => {
    if (!('rules' in part)) return [{ field: part.field, path: ['rules', index, 'field'] }];
    return fieldsOfCondition(part).map(({ field, path }) => ({ field, path: ['rules', index, ...path] }));
  });
}

function fieldsIn(value: unknown, path: readonly (string | number)[]): ConditionField[] {
  if (Array.isArray(value)) return value.flatMap((member, index) => fieldsIn(member, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  const condition = 'combinator' in value ? conditionSchema.safeParse(value) : undefined;
  if (condition?.success === true) {
    return fieldsOfCondition(condition.data).map((one) => ({ ...one, path: [...path, ...one.path] }));
  }
  return Object.entries(value).flatMap(([key, member]) => fieldsIn(member, [...path, key]));
}
