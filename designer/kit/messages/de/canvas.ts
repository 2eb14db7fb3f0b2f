import type { canvas as english } from '../en/canvas.ts';
import type { Translation } from '../translation.ts';

/** German texts of the canvas itself, whatever is on it. */
export const canvas = {
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  zoomReset: 'Auf 100 % stellen',
  fit: 'Alles zeigen',
  arrange: 'Karten anordnen',
  overview: 'Übersicht',
  addNote: 'Notiz hinzufügen',
  note: (text) => `Notiz: ${text === '' ? 'leer' : text}`,
  noteText: 'Text der Notiz',
  emptyNote: 'Notiz schreiben',
  frame: (title, count) => `Gruppe ${title}, ${count === 1 ? '1 Karte' : `${count} Karten`}`,
  selectionTools: 'Was mit den ausgewählten Karten geschieht',
  alignments: {
    left: 'Linksbündig ausrichten',
    centre: 'Waagerecht mittig ausrichten',
    right: 'Rechtsbündig ausrichten',
    top: 'Oben ausrichten',
    middle: 'Senkrecht mittig ausrichten',
    bottom: 'Unten ausrichten',
  },
  distribute: { across: 'Waagerecht gleichmäßig verteilen', down: 'Senkrecht gleichmäßig verteilen' },
  group: 'Gruppieren',
  ungroup: 'Gruppierung aufheben',
  changed: { added: 'neu', removed: 'entfernt' },
  wire: (from, port, to) => `Verbindung von ${from}, ${port}, zu ${to}`,
  cardHelp:
    'Enter wählt die Karte aus, Umschalt-Enter eine weitere. Pfeiltasten verschieben die Auswahl, Entf löscht sie.',
  wireHelp: 'Enter wählt die Verbindung aus; Entf löscht sie.',
} as const satisfies Translation<typeof english>;
