import type { Fragment } from '../block/block.ts';
import { isExpression } from '../document/parameter.ts';
import type { ReadBlock } from './read-strategy.ts';

/** Every text in a small language among a block's settings: the expressions of its parameters, and what the block itself names. */
export function fragmentsOf({ block, config }: ReadBlock): readonly Fragment[] {
  return [...expressionsIn(config, []), ...(block.fragments?.(config) ?? [])];
}

function expressionsIn(value: unknown, path: readonly (string | number)[]): Fragment[] {
  if (isExpression(value)) return [{ kind: 'expression', code: value.js, path: [...path, 'js'] }];
  if (Array.isArray(value)) return value.flatMap((member, index) => expressionsIn(member, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => expressionsIn(member, [...path, key]));
}
