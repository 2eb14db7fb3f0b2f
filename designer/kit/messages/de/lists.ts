import type { lists as english } from '../en/lists.ts';
import type { Translation } from '../translation.ts';
import { inFigures } from '../in-figures.ts';

/** German texts of lists of objects, their details, and of leaving or deleting what is shown there. */
export const lists = {
  search: (what) => `${what} durchsuchen`,
  searchHint: 'Suchen',
  count: (shown, all) => (shown === all ? inFigures(shown) : `${inFigures(shown)} von ${inFigures(all)}`),
  nothingFound: (text) => `Nichts passt hier zu „${text}“`,
  clearSearch: 'Alle anzeigen',
  sections: (area) => `Abschnitte von ${area}`,
  closeDetail: 'Schließen',
  backToList: 'Zurück zur Liste',
  unknown: (kind, name) => `Nicht vorhanden: ${kind} „${name}“`,
  unknownHelp: 'Vielleicht wurde es umbenannt oder gelöscht.',
  save: 'Speichern',
  saved: (name) => `${name} ist gespeichert`,
  deleted: (name) => `${name} ist gelöscht`,
  undo: 'Rückgängig',
  changed: 'Ungespeicherte Änderungen',
  discard: 'Änderungen verwerfen',
  fixFirst: (count) => (count === 1 ? 'Bitte prüfen Sie ein Feld' : `Bitte prüfen Sie ${count} Felder`),
  leaveTitle: 'Ohne Speichern verlassen?',
  leaveHelp: (name) => `Ihre Änderungen an ${name} sind noch nicht gespeichert und gingen verloren.`,
  leave: 'Ohne Speichern verlassen',
  stay: 'Weiter bearbeiten',
  delete: 'Löschen',
  deleteTitle: (name) => `${name} löschen?`,
  deleteNamed: (name) => `${name} löschen`,
  readOnly: 'Sie können dies lesen. Designer und Administratoren können es ändern.',
  show: 'Anzeigen',
} as const satisfies Translation<typeof english>;
