import type { commands as english } from '../en/commands.ts';
import type { Translation } from '../translation.ts';

const kinds: Readonly<Record<string, string>> = {
  endpoint: 'Endpunkt',
  queue: 'Warteschlange',
  view: 'Ansicht',
  submitter: 'Submitter',
  strategy: 'Strategie',
  macro: 'Makro',
};
const kindName = (kind: string): string => kinds[kind] ?? kind;

/** German names of what people did; undo and redo show them. */
export const commands = {
  addBlock: (label) => `${label} hinzufügen`,
  removeBlock: (name) => `${name} löschen`,
  removeBlocks: (count) => `${count} Blöcke löschen`,
  connect: (port) => `${port} verbinden`,
  disconnect: (count) => (count === 1 ? 'Verbindung löschen' : `${count} Verbindungen löschen`),
  setSetting: 'Einstellung ändern',
  nameBlock: 'Block benennen',
  noteBlock: 'Notiz ändern',
  move: (count) => (count === 1 ? 'Karte verschieben' : `${count} Karten verschieben`),
  arrange: 'Karten anordnen',
  paste: (count) => (count === 1 ? 'Block einfügen' : `${count} Blöcke einfügen`),
  addObject: (kind, name) => `${kindName(kind)} ${name} hinzufügen`,
  removeObject: (kind, name) => `${kindName(kind)} ${name} löschen`,
  renameObject: (from, to) => `${from} in ${to} umbenennen`,
  setObject: (kind, name) => `${kindName(kind)} ${name} ändern`,
  setProcess: 'Prozess ändern',
  addNote: 'Notiz hinzufügen',
  changeNote: 'Notiz ändern',
  frame: (count) => (count === 1 ? 'Karte gruppieren' : `${count} Karten gruppieren`),
  newFrame: (number) => `Gruppe ${number}`,
  changeFrame: 'Gruppe ändern',
  removeMarks: (notes, groups) => {
    if (notes > 0) return notes === 1 ? 'Notiz löschen' : `${notes} Notizen löschen`;
    return groups === 1 ? 'Gruppierung aufheben' : `${groups} Gruppierungen aufheben`;
  },
  align: (count) => `${count} Karten ausrichten`,
  distribute: (count) => `${count} Karten gleichmäßig verteilen`,
  editJson: 'JSON bearbeiten',
} as const satisfies Translation<typeof english>;
