import type { composer as english } from '../en/composer.ts';
import type { Translation } from '../translation.ts';
import { inFigures } from '../in-figures.ts';

/** German texts of the import of Composer projects. */
export const composer = {
  open: 'Aus Composer importieren',
  title: 'Aus Composer importieren',
  help:
    'Wählen Sie eine Zip-Datei eines Composer-Projekts oder seinen Ordner. Aus Workflows werden Strategien, Interaktionsprozesse ergeben ' +
    'die Zeichenfläche. Jeder Block kommt mit: als derselbe Block, als nahezu derselbe oder als Platzhalter, der läuft und auf Sie wartet. ' +
    'Gespeichert wird erst, wenn Sie es sagen.',
  chooseZip: 'Zip oder Dateien wählen',
  chooseFolder: 'Ordner wählen',
  noProject:
    'In diesem Ordner ist kein Diagramm von Composer: keine Datei .ixnprocess, .workflow, .callflow oder .scxml.',
  levels: { exact: 'Genau', near: 'Nahezu', placeholder: 'Von Hand' },
  levelHelp: {
    exact: 'tut hier dasselbe',
    near: 'weicht etwas ab; jeder sagt, worin',
    placeholder: 'läuft als Platzhalter',
  },
  all: 'Alle',
  blocks: (count) => (count === 1 ? '1 Block' : `${inFigures(count)} Blöcke`),
  filesRead: (count) => (count === 1 ? 'aus 1 Datei' : `aus ${inFigures(count)} Dateien`),
  lost: (count) => (count === 0 ? 'nichts verloren' : `${inFigures(count)} verloren`),
  ready: (percent) => `${percent} % der Blöcke brauchen keine Nacharbeit`,
  share: (label, count, percent) => `${label}: ${inFigures(count)}, ${percent} %`,
  filter: 'Nach Name, Typ, Datei oder Grund filtern',
  filterLevel: 'Wie genau übernommen',
  listLabel: 'Blöcke des Projekts',
  shown: (shown, all) => `${inFigures(shown)} von ${inFigures(all)}`,
  none: 'Kein Block passt zu diesem Filter.',
  files: (count) => (count === 1 ? 'Zu 1 Datei gibt es etwas zu sagen' : `Zu ${count} Dateien gibt es etwas zu sagen`),
  mend: (count) =>
    count === 1
      ? '1 Stelle ist vor der Aktivierung zu beheben'
      : `${count} Stellen sind vor der Aktivierung zu beheben`,
  save: 'Bericht speichern',
  csvColumns: ['Datei', 'Diagramm', 'Block', 'Typ in Composer', 'Übernommen', 'Hier', 'Block hier', 'Gründe'],
  goOn: 'Weiter zum Import',
  becomes: (kind, name) => `${kind} ${name}`,
  kinds: { strategy: 'Strategie', queue: 'Warteschlange', endpoint: 'Endpunkt' },
} satisfies Translation<typeof english>;
