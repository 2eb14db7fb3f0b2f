import { canonicalText } from './canonical-text.ts';
import { type MergeConflict, conflictOf } from './merge-conflict.ts';
import { keepBothBlocks, type MovedBlock } from './keep-both-blocks.ts';
import { processMergeShape } from './merge-shape.ts';
import { type Clash, mergeValues, type Side } from './merge-values.ts';

/** What became of two versions of one process. */
export interface MergedProcess {
  /** The process with the changes of both sides; where both changed the same field, it has the side that was chosen. */
  readonly document: unknown;
  /** Every field that both sides changed differently, in the order of the document; empty when they did not meet. */
  readonly conflicts: readonly MergeConflict[];
  /** Blocks of their side that have another id now, because both sides had added one under the same id. */
  readonly moved: readonly MovedBlock[];
}

/**
 * Merges what two people made of one process, object by object, block by block, setting by setting. `choose` says whose value
 * stands where both changed the same one, by default ours. Takes drafts with problems too; what is no object at all is one
 * value. The result is in canonical form.
 */
export function mergeProcesses(
  base: unknown,
  ours: unknown,
  theirs: unknown,
  choose: (conflict: MergeConflict) => Side = () => 'ours',
): MergedProcess {
  const mine = canonical(ours);
  const { theirs: other, moved } = keepBothBlocks(canonical(base), mine, canonical(theirs));
  const conflicts: MergeConflict[] = [];
  const decide = (clash: Clash): Side => {
    const conflict = conflictOf(clash, { ours: mine, theirs: other });
    conflicts.push(conflict);
    return choose(conflict);
  };
  const sides = { base: canonical(base), ours: mine, theirs: other };
  const document = canonical(mergeValues(processMergeShape, sides, decide));
  return { document, conflicts, moved };
}

/** What equal documents have equal: defaults of the frame that one side wrote out are no change. */
function canonical(document: unknown): unknown {
  return JSON.parse(canonicalText(document));
}
