import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import { isDeepEqual } from '#dsl/document/is-deep-equal.ts';
import { keepBothBlocks } from '#dsl/document/keep-both-blocks.ts';
import type { MergeConflict } from '#dsl/document/merge-conflict.ts';
import { mergeLayouts } from '#dsl/document/merge-layouts.ts';
import { mergeProcesses } from '#dsl/document/merge-processes.ts';
import { processMergeShape } from '#dsl/document/merge-shape.ts';
import { mergeValues, type Side } from '#dsl/document/merge-values.ts';
import type { Snapshot } from '../commands/edit.ts';

/** Two drafts that began as the same one. */
export interface DraftSides {
  /** What both began with. */
  readonly base: Snapshot;
  readonly ours: Snapshot;
  readonly theirs: Snapshot;
}

/** What became of two drafts. */
export interface MergedDraft {
  readonly snapshot: Snapshot;
  /** What they had, with every part that they left alone being the very object both began with. */
  readonly theirs: Snapshot;
  readonly conflicts: readonly MergeConflict[];
  /** Brings their changes into an earlier or later state of ours, so that undo takes back our own edits only. */
  rebase(snapshot: Snapshot): Snapshot;
}

/** Merges two drafts by block; `choose` says who wins where both changed the same field, by default ours. */
export function mergeDrafts(sides: DraftSides, choose: (conflict: MergeConflict) => Side = () => 'ours'): MergedDraft {
  const { base, ours } = sides;
  // what is the very same object need not be compared again, nor drawn again, nor kept twice
  const theirs = sharing(base, sides.theirs) as Snapshot;
  const { document, conflicts, moved } = mergeProcesses(base.document, ours.document, theirs.document, choose);
  const followed = keepBothBlocks(base.document, ours.document, theirs.document).theirs;
  const other = { document: sharing(base.document, followed), layout: theirs.layout };
  return {
    conflicts,
    theirs,
    snapshot: {
      document: document as BusinessProcessInput,
      layout: mergeLayouts(base.layout, ours.layout, theirs.layout, moved),
    },
    rebase: (step) => ({
      document: mergeValues(
        processMergeShape,
        { base: base.document, ours: step.document, theirs: other.document },
        () => 'ours',
      ) as BusinessProcessInput,
      layout: mergeLayouts(base.layout, step.layout, other.layout, moved),
    }),
  };
}

/** The same value, with every part that `known` says too taken from there. */
function sharing(known: unknown, value: unknown): unknown {
  if (!isRecord(known) || !isRecord(value)) return isDeepEqual(known, value) ? known : value;
  const members = Object.entries(value).map(([key, member]): [string, unknown] => [
    key,
    Object.hasOwn(known, key) ? sharing(known[key], member) : member,
  ]);
  const isSame =
    members.length === Object.keys(known).length &&
    members.every(([key, member]) => Object.hasOwn(known, key) && member === known[key]);
  return isSame ? known : Object.fromEntries(members);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
