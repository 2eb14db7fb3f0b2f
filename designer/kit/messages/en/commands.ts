/** What people did, in words: undo and redo name it. */
export const commands = {
  addBlock: (label: string) => `Add ${label}`,
  removeBlock: (name: string) => `Delete ${name}`,
  removeBlocks: (count: number) => `Delete ${count} blocks`,
  connect: (port: string) => `Wire ${port}`,
  disconnect: (count: number) => (count === 1 ? 'Delete a wire' : `Delete ${count} wires`),
  setSetting: 'Change a setting',
  nameBlock: 'Name the block',
  noteBlock: 'Change the note',
  move: (count: number) => (count === 1 ? 'Move a card' : `Move ${count} cards`),
  arrange: 'Arrange the cards',
  paste: (count: number) => (count === 1 ? 'Paste a block' : `Paste ${count} blocks`),
  addObject: (kind: string, name: string) => `Add ${kind} ${name}`,
  removeObject: (kind: string, name: string) => `Delete ${kind} ${name}`,
  renameObject: (from: string, to: string) => `Rename ${from} to ${to}`,
  setObject: (kind: string, name: string) => `Change ${kind} ${name}`,
  setProcess: 'Change the process',
  addNote: 'Add a note',
  changeNote: 'Change a note',
  frame: (count: number) => (count === 1 ? 'Group a card' : `Group ${count} cards`),
  newFrame: (number: number) => `Group ${number}`,
  changeFrame: 'Change a group',
  removeMarks: (notes: number, groups: number) =>
    notes === 0
      ? groups === 1
        ? 'Ungroup'
        : `Ungroup ${groups} groups`
      : notes === 1
        ? 'Delete a note'
        : `Delete ${notes} notes`,
  align: (count: number) => `Align ${count} cards`,
  distribute: (count: number) => `Space ${count} cards evenly`,
  editJson: 'Edit the JSON',
} as const;
