import { isDeepEqual } from './is-deep-equal.ts';

/**
 * What two documents say alike, for when nobody knows what both came from: merged upon it, what only one of them has is kept, and
 * a field that they say differently is a conflict. Undefined when they have nothing in common.
 */
export function commonPart(left: unknown, right: unknown): unknown {
  if (isDeepEqual(left, right)) return left;
  if (!isRecord(left) || !isRecord(right)) return undefined;
  return Object.fromEntries(
    Object.entries(left).flatMap(([key, value]): [string, unknown][] => {
      if (!Object.hasOwn(right, key)) return [];
      const common = commonPart(value, right[key]);
      return common === undefined ? [] : [[key, common]];
    }),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
