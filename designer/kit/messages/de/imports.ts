import type { imports as english } from '../en/imports.ts';
import type { Translation } from '../translation.ts';

/** German texts of the import of bundles. */
export const imports = {
  actions: {
    keep: 'Behalten, was hier ist',
    overwrite: 'Überschreiben',
    merge: 'Zusammenführen',
    rename: 'Beide nehmen, umbenennen',
  },
  chosen: { create: 'wird angelegt', keep: 'bleibt, wie es ist' },
  actionFor: (name) => `Was mit ${name} geschieht`,
  columns: { kind: 'Art', name: 'Name', status: 'Hier', action: 'Was geschieht' },
  nameFor: (name) => `Neuer Name für ${name}`,
  nameTaken: 'Diesen Namen gibt es hier schon.',
  nameEmpty: 'Geben Sie einen Namen an.',
  mergeNone: 'Beides passt zusammen: Was nur eine Seite hat, bleibt, und nichts widerspricht sich.',
  mergeHelp: 'Was nur eine Seite hat, bleibt. Hier sagen beide etwas anderes:',
  whole: 'Das ganze Objekt',
  here: 'Hier',
  imported: 'Im Import',
  absent: 'Nicht gesetzt',
  chooseConflicts: 'Was in Konflikt steht, bleibt, wie es ist, wenn Sie nichts anderes sagen.',
  backups: 'Was frühere Importe ersetzt haben',
  backupsHelp: 'Jeder Import hebt auf, was er überschreibt oder zusammenführt. Es zurückzuholen ist auch ein Import.',
  replaced: (count) => (count === 1 ? '1 Objekt' : `${count} Objekte`),
  putBack: 'Zurückholen',
  putBackOf: (process, when) => `Zurückholen, was der Import von ${process} ersetzt hat (${when})`,
} satisfies Translation<typeof english>;
