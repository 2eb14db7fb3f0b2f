import type { find as english } from '../en/find.ts';
import type { Translation } from '../translation.ts';
import { inFigures } from '../in-figures.ts';

const processCount = (count: number): string => (count === 1 ? '1 Prozess' : `${count} Prozessen`);

/** German texts of find and replace, and of what tells where a name is used. */
export const find = {
  title: 'In allen Prozessen suchen',
  text: 'Suchen',
  replacement: 'Ersetzen durch',
  caseSensitive: 'Groß- und Kleinschreibung',
  wholeWord: 'Ganze Wörter',
  hint: 'Geben Sie ein, was Sie suchen: einen Namen, einen Text, ein Stück eines Ausdrucks. Durchsucht werden alle Entwürfe aller Prozesse.',
  none: (text) => `Kein Entwurf enthält „${text}“`,
  noneHelp: 'Durchsucht wurden Namen, Notizen, Einstellungen, Ausdrücke und Skripte.',
  found: (texts, processes) => `${texts === 1 ? '1 Text' : `${inFigures(texts)} Texte`} in ${processCount(processes)}`,
  replace: 'Ersetzen',
  replaceIn: (place) => `Ersetzen in ${place}`,
  replaceAll: (count) => `Alle ${inFigures(count)} ersetzen`,
  replaceAllTitle: (count) => (count === 1 ? 'In 1 Text ersetzen?' : `In ${inFigures(count)} Texten ersetzen?`),
  replaceAllHelp: (processes) =>
    processes === 1
      ? 'Der Entwurf eines Prozesses ändert sich. Rückgängig macht es dort ungeschehen.'
      : `Die Entwürfe von ${processes} Prozessen ändern sich. Rückgängig macht es in jedem ungeschehen.`,
  replaced: (count) => (count === 1 ? 'Text ersetzen' : `${count} Texte ersetzen`),
  done: (count) => (count === 1 ? '1 Text ersetzt' : `${count} Texte ersetzt`),
  undo: 'Rückgängig',
  undone: 'Das Ersetzen ist rückgängig gemacht',
  rename: 'Name, überall mit umbenannt, wo er verwendet wird',
  nameUnfit: 'Es bliebe kein brauchbarer Name übrig',
  nameTaken: (name) => `${name} gibt es schon`,
  fields: { name: 'Name', note: 'Notiz', description: 'Beschreibung', errorQueue: 'Fehlerwarteschlange' },
  whereUsed: 'Verwendung',
  usesOf: (name) => `Wo ${name} verwendet wird`,
  inOtherProcesses: 'In anderen Prozessen',
  renameElsewhere: (processes) =>
    `Auch verwendet von ${processes.join(', ')}; dort bleibt der alte Name, bis er geändert wird.`,
} as const satisfies Translation<typeof english>;
