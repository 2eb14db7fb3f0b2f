import type { Edit } from './edit.ts';

/** Several edits as one, done and undone together, under the label of the first; `undefined` when there are none. */
export function inOneStep(edits: readonly (Edit | undefined)[], label?: string): Edit | undefined {
  const all = edits.filter((edit) => edit !== undefined);
  const [first] = all;
  if (first === undefined) return undefined;
  if (all.length === 1 && label === undefined) return first;
  return {
    label: label ?? first.label,
    apply: (snapshot) => all.reduce((at, edit) => edit.apply(at), snapshot),
  };
}
