import { canonicalBundleText } from './canonical-text.ts';
import { layoutSchema } from './layout.ts';
import { mergeLayouts } from './merge-layouts.ts';
import { type MergeConflict, conflictOf } from './merge-conflict.ts';
import { type MergedProcess, mergeProcesses } from './merge-processes.ts';
import type { MergeShape } from './merge-shape.ts';
import { type Clash, mergeValues, type Side } from './merge-values.ts';

type Json = Record<string, unknown>;

const byName: MergeShape = { kind: 'record', each: { kind: 'object', fields: {} } };

/**
 * Merges two versions of a bundle: its process as `mergeProcesses` does, its layout, and what it brings (responses, rules,
 * models, groups) by name and field.
 */
export function mergeBundles(
  base: unknown,
  ours: unknown,
  theirs: unknown,
  choose: (conflict: MergeConflict) => Side = () => 'ours',
): MergedProcess {
  const [was, mine, other] = [base, ours, theirs].map((one) => (isRecord(one) ? one : {})) as [Json, Json, Json];
  const merged = mergeProcesses(was.process ?? {}, mine.process, other.process, choose);
  const layout = mergeLayouts(layoutOf(was), layoutOf(mine), layoutOf(other), merged.moved);
  const conflicts: MergeConflict[] = merged.conflicts.map((one) => ({ ...one, path: ['process', ...one.path] }));
  const brought = listsOf([was, mine, other]).map((list) => {
    const decide = (clash: Clash): Side => {
      const conflict = conflictOf({ ...clash, path: [list, ...clash.path] });
      conflicts.push(conflict);
      return choose(conflict);
    };
    const sides = { base: named(was[list]), ours: named(mine[list]), theirs: named(other[list]) };
    return [list, Object.values((mergeValues(byName, sides, decide) ?? {}) as Json)];
  });
  const document = { ...other, ...mine, process: merged.document, layout, ...Object.fromEntries(brought) };
  return { document: JSON.parse(canonicalBundleText(document)) as unknown, conflicts, moved: merged.moved };
}

function layoutOf(bundle: Json) {
  return layoutSchema.safeParse(bundle.layout).data ?? layoutSchema.parse({});
}

/** Members of a bundle that are lists of named things. */
function listsOf(bundles: readonly Json[]): string[] {
  const keys = new Set(bundles.flatMap((bundle) => Object.keys(bundle)));
  return [...keys].filter((key) => bundles.every((bundle) => bundle[key] === undefined || Array.isArray(bundle[key])));
}

function named(list: unknown): Json {
  const members = Array.isArray(list) ? (list as unknown[]).filter(isRecord) : [];
  return Object.fromEntries(members.map((one) => [String(one.name), one]));
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
