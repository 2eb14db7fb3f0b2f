import type { workbins as english } from '../en/workbins.ts';
import type { Translation } from '../translation.ts';

/** German texts of workbins and transfers on the agent desktop. */
export const workbins = {
  mine: 'Meine Arbeitskörbe',
  team: 'Arbeitskörbe des Teams',
  of: (displayName, owner) => `${displayName} · ${owner}`,
  count: (count, isMore) => (isMore ? `${count}+` : `${count}`),
  empty: 'Leer',
  more: (count) => (count === 1 ? '1 weitere' : `${count} weitere`),
  open: (name) => `Zeigen, was in ${name} ist`,
  pull: 'Herausnehmen',
  pullHelp: 'Sie liegt in einem Arbeitskorb. Nehmen Sie sie heraus, um daran zu arbeiten.',
  fullHelp: 'Sie haben so viel in Bearbeitung, wie Ihre Kapazitätsregel erlaubt.',
  putBy: (who) => `von ${who}`,
  put: 'Arbeitskorb',
  putTitle: (subject) => `„${subject}“ in einen Arbeitskorb legen`,
  putNow: 'In den Arbeitskorb',
  workbin: 'Arbeitskorb',
  owner: 'Wessen',
  myself: 'Meiner',
  ownerWrong: 'Sagen Sie, wessen Arbeitskorb gemeint ist',
  note: 'Notiz',
  noteHelp: 'Das liest, wer sie als Nächstes öffnet.',
  none: 'Kein aktiver Geschäftsprozess hat einen Arbeitskorb. Designer zeichnen sie in einen Prozess.',
  transfer: 'Übergeben',
  transferTitle: (subject) => `„${subject}“ übergeben`,
  transferNow: 'Übergeben',
  to: 'An',
  kinds: { agent: 'Agent', agentGroup: 'Gruppe', queue: 'Warteschlange' },
  agent: 'Agent',
  agentGroup: 'Agentengruppe',
  queue: 'Warteschlange',
  notReady: (name) => `${name} (nicht bereit)`,
  pick: 'Auswählen',
  noQueue: 'Die Strategie erlaubt dafür keine Warteschlange.',
  agentHelp:
    'Der Agent wird eingeladen und darf ablehnen. Was binnen einer Minute niemand nimmt, geht dorthin zurück, wo es herkam.',
  groupHelp:
    'Der nächste freie Agent der Gruppe wird eingeladen; nach zehn Minuten ohne einen geht es dorthin zurück, wo es herkam.',
  queueHelp: 'Ihre Ansichten entscheiden, was als Nächstes geschieht.',
  cancel: 'Abbrechen',
  transferredBy: (who) => `Übergeben von ${who}`,
  notes: 'Notizen',
  noteOf: (who) => `${who}:`,
  forward: 'Weiterleiten',
  replyInstead: 'Antworten',
  forwarding: (files) =>
    files === 0
      ? 'Weitergeleitet: der Kunde bekommt damit keine Antwort, und Sie behalten die Interaktion in Bearbeitung.'
      : `Weitergeleitet mit ${files === 1 ? 'der Datei' : `den ${files} Dateien`} des Originals: der Kunde bekommt damit keine Antwort, und Sie behalten die Interaktion in Bearbeitung.`,
  review: 'Mail in Prüfung',
  passTo: (queue) => `Weiter an ${queue}`,
  noFiles: 'Dateien einer Mail in Prüfung bleiben, wie sie sind.',
  signatureInclude: 'Die Signatur unter die Antwort setzen',
} as const satisfies Translation<typeof english>;
