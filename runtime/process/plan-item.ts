import { shownValue } from '#dsl/document/change.ts';
import { mergeImported } from '#dsl/document/merge-imported.ts';
import type { BundleRename } from '#dsl/document/rename-in-bundle.ts';
import type { ImportConflict, ImportResult } from '#dsl/protocol/imports.ts';
import { describeDifferences } from './describe-differences.ts';

/** One thing an import brings, and what will be done with it. */
export type ImportItem = ImportResult['items'][number];

/** What is done with what conflicts, as `kind:name` by its name in the bundle; all else is kept as it is here. */
export interface ImportChoices {
  readonly overwrite?: readonly string[];
  readonly rename?: Readonly<Record<string, string>>;
  readonly merge?: Readonly<Record<string, readonly string[]>>;
}

/** One thing of the bundle, and what becomes of it when it is merged. */
export interface PlannedItem {
  readonly item: ImportItem;
  readonly merged?: unknown;
  readonly moved?: ReturnType<typeof mergeImported>['moved'];
}

/** Says what becomes of one thing of a bundle, by what is here under its name and what was chosen for it. */
export function planItem(
  { choices, renames }: { readonly choices: ImportChoices; readonly renames: readonly BundleRename[] },
  { kind, name, list }: { kind: ImportItem['kind']; name: string; list?: string },
  { kept, imported }: { kept: unknown; imported: unknown },
): PlannedItem {
  const from = renames.find((one) => one.kind === kind && one.to === name)?.from ?? name;
  const frame = { kind, name, from, differences: [], conflicts: [] };
  if (kept === undefined) return { item: { ...frame, status: 'new', action: 'create' } };
  const differences = describeDifferences(kept, imported);
  if (differences.length === 0) return { item: { ...frame, status: 'same', action: 'keep' } };
  const key = `${kind}:${from}`;
  const wins = choices.merge?.[key];
  const isMerged = wins !== undefined;
  const { document, conflicts, moved } = mergeImported({ here: kept, imported, list }, (conflict) =>
    wins?.includes(keyOf(conflict.path)) === true ? 'theirs' : 'ours',
  );
  const action = isMerged ? 'merge' : choices.overwrite?.includes(key) === true ? 'overwrite' : 'keep';
  const item: ImportItem = {
    ...frame,
    status: 'conflict',
    action,
    differences,
    conflicts: conflicts.map(shownConflict),
  };
  return isMerged ? { item, merged: document, moved } : { item };
}

function shownConflict({
  path,
  subject,
  field,
  ours,
  theirs,
}: ReturnType<typeof mergeImported>['conflicts'][number]): ImportConflict {
  const [here, imported] = [ours, theirs].map((value) => (value === undefined ? '' : shownValue(value)));
  return { key: keyOf(path), subject, field: field ?? null, here: here ?? '', imported: imported ?? '' };
}

function keyOf(path: readonly string[]): string {
  return JSON.stringify(path);
}
