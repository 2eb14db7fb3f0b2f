import { isDeepEqual } from './is-deep-equal.ts';
import type { MergeShape } from './merge-shape.ts';

/** The same place in the common ancestor and in the two documents made of it; undefined where it has nothing there. */
export interface ThreeSides {
  readonly base: unknown;
  readonly ours: unknown;
  readonly theirs: unknown;
}

/** A place that both sides changed, each differently. */
export interface Clash extends ThreeSides {
  readonly path: readonly string[];
}

/** Whose value stands where both changed the same place. */
export type Side = 'ours' | 'theirs';

/** What both sides made of the ancestor. Each place that both changed differently is told to `decide`, whose side then stands. */
export function mergeValues(
  shape: MergeShape,
  sides: ThreeSides,
  decide: (clash: Clash) => Side,
  path: readonly string[] = [],
): unknown {
  const { base, ours, theirs } = sides;
  if (isDeepEqual(ours, theirs) || isDeepEqual(theirs, base)) return ours;
  if (isDeepEqual(ours, base)) return theirs;
  if (shape.kind === 'record' && [base, ours, theirs].every(isRecordOrAbsent)) {
    const all = { base: base ?? {}, ours: ours ?? {}, theirs: theirs ?? {} };
    const merged = mergeMembers(all, decide, path, () => shape.each);
    const isGone = (ours === undefined || theirs === undefined) && Object.keys(merged).length === 0;
    return isGone ? undefined : merged;
  }
  if (shape.kind === 'object' && isMergedByField(shape, sides)) {
    const all = { base: base ?? {}, ours, theirs };
    return mergeMembers(all, decide, path, (key) => shape.fields[key] ?? { kind: 'value' });
  }
  return sides[decide({ path, ...sides })];
}

function mergeMembers(
  { base, ours, theirs }: ThreeSides,
  decide: (clash: Clash) => Side,
  path: readonly string[],
  shapeOf: (key: string) => MergeShape,
): Record<string, unknown> {
  const keys = [...new Set([base, ours, theirs].flatMap((side) => Object.keys(side as object)))].toSorted();
  const entries = keys.flatMap((key): [string, unknown][] => {
    const sides = { base: member(base, key), ours: member(ours, key), theirs: member(theirs, key) };
    const merged = mergeValues(shapeOf(key), sides, decide, [...path, key]);
    return merged === undefined ? [] : [[key, merged]];
  });
  return Object.fromEntries(entries);
}

function isMergedByField(shape: MergeShape & { kind: 'object' }, { base, ours, theirs }: ThreeSides): boolean {
  if (!isRecord(ours) || !isRecord(theirs)) return false;
  if (base === undefined && shape.isWholeWhenNew === true) return false;
  if (base !== undefined && !isRecord(base)) return false;
  const { decidedBy } = shape;
  if (decidedBy === undefined) return true;
  return [ours, theirs].every((side) => isDeepEqual(side[decidedBy], (base ?? ours)[decidedBy]));
}

function member(side: unknown, key: string): unknown {
  return isRecord(side) && Object.hasOwn(side, key) ? side[key] : undefined;
}

function isRecordOrAbsent(side: unknown): boolean {
  return side === undefined || isRecord(side);
}

function isRecord(side: unknown): side is Record<string, unknown> {
  return typeof side === 'object' && side !== null && !Array.isArray(side);
}
