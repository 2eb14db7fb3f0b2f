/** A change React Flow reports; only changes of selection matter here. */
interface SelectionChange {
  readonly type: string;
  readonly id?: string;
  readonly selected?: boolean;
}

/** The selection after changes of it; the very same list when none of them is one. */
export function afterSelection(selection: readonly string[], changes: readonly SelectionChange[]): readonly string[] {
  const ids = new Set(selection);
  let isChanged = false;
  for (const { type, id, selected } of changes) {
    if (type !== 'select' || id === undefined || selected === ids.has(id)) continue;
    isChanged = true;
    if (selected === true) ids.add(id);
    else ids.delete(id);
  }
  return isChanged ? [...ids] : selection;
}
