import { commonPart } from './common-part.ts';
import type { MovedBlock } from './keep-both-blocks.ts';
import { conflictOf, type MergeConflict } from './merge-conflict.ts';
import { mergeProcesses } from './merge-processes.ts';
import type { MergeShape } from './merge-shape.ts';
import { type Clash, mergeValues, type Side } from './merge-values.ts';

/** What became of a document that is here and one that an import brings under the same name. */
export interface MergedImport {
  readonly document: unknown;
  /** Every field that both have and say differently. */
  readonly conflicts: readonly MergeConflict[];
  readonly moved: readonly MovedBlock[];
}

const byField: MergeShape = { kind: 'object', fields: {} };

/**
 * Merges what is here with what an import brings, without knowing what both came from: what only one of them has is kept, and where
 * they differ `choose` says whose value stands, by default what is here (`ours`). `list` is where a bundle keeps documents of the
 * kind, such as `responses`; left out for a process.
 */
export function mergeImported(
  documents: { readonly here: unknown; readonly imported: unknown; readonly list?: string | undefined },
  choose: (conflict: MergeConflict) => Side = () => 'ours',
): MergedImport {
  const { here, imported, list } = documents;
  const base = commonPart(here, imported) ?? {};
  if (list === undefined) return mergeProcesses(base, here, imported, choose);
  const conflicts: MergeConflict[] = [];
  const decide = (clash: Clash): Side => {
    const conflict = conflictOf({ ...clash, path: [list, nameOf(here), ...clash.path] });
    conflicts.push(conflict);
    return choose(conflict);
  };
  return { document: mergeValues(byField, { base, ours: here, theirs: imported }, decide), conflicts, moved: [] };
}

function nameOf(document: unknown): string {
  return typeof document === 'object' && document !== null && 'name' in document ? String(document.name) : '';
}
