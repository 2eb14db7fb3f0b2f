import type { kit as english } from '../en/kit.ts';
import type { Translation } from '../translation.ts';

/** German texts of the parts every area shares. */
export const kit = {
  unreachable: 'Der Server ist nicht erreichbar. Ihre Arbeit bleibt hier; versuchen Sie es gleich noch einmal.',
  unreadable: (path) =>
    `Die Antwort des Servers auf ${path} ist nicht, was diese Seite erwartet. Laden Sie neu, um die aktuelle Version zu erhalten.`,
  httpStatus: (status) => `Der Server hat mit Status ${status} geantwortet.`,
  retry: 'Noch einmal versuchen',
  loading: 'Wird geladen…',
  close: 'Schließen',
  cancel: 'Abbrechen',
  pageBroken: 'Auf dieser Seite ist ein Fehler aufgetreten',
  pageBrokenHelp:
    'Nichts Gespeichertes ist verloren. Laden Sie die Seite neu; tritt es wieder auf, geben Sie den Text unten weiter.',
  reload: 'Seite neu laden',
  justNow: 'gerade eben',
  copy: 'Kopieren',
  copied: 'Kopiert',
} as const satisfies Translation<typeof english>;
