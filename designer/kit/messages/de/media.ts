import type { media as english } from '../en/media.ts';
import { inFigures } from '../in-figures.ts';
import type { Translation } from '../translation.ts';

/** German texts of media beside mail, chat and SMS. */
export const media = {
  names: { rssfeed: 'Feeds', mastodon: 'Mastodon', facebook: 'Facebook', twitter: 'X' },
  open: {
    kind: 'offenes Medium',
    create: 'Neues offenes Medium',
    save: 'Offenes Medium speichern',
    emptyTitle: 'Noch kein offenes Medium',
    empty:
      'Ein offenes Medium kommt von einem Ihrer Programme: Es übergibt Interaktionen über die API und erfährt von Antworten und Zuständen.',
    taken: 'Ein Medium dieses Namens gibt es schon',
    columns: { name: 'Medium', label: 'Gezeigt als', delivery: 'Erfährt durch' },
    parts: { what: 'Medium', agents: 'Für Agenten', program: 'Für das Programm' },
    tokenHint: 'Das Programm braucht ein API-Token mit dem Recht „Offene Medien“.',
  },
  social: {
    kind: 'soziales Konto',
    create: 'Neues soziales Konto',
    save: 'Soziales Konto speichern',
    emptyTitle: 'Noch kein soziales Konto',
    empty:
      'Ein soziales Konto beobachtet einen Feed, Erwähnungen oder eine Seite und beantwortet Beiträge, wo das Medium Antworten nimmt.',
    taken: 'Ein soziales Konto dieses Namens gibt es schon',
    columns: { name: 'Konto', kind: 'Art', state: 'Status' },
    parts: { what: 'Konto', access: 'Zugang', watching: 'Beobachten' },
    state: { watching: 'Beobachtet', failing: 'Gestört', off: 'Ausgeschaltet', unknown: 'Noch nicht nachgesehen' },
    figures: (taken, asked) => `${inFigures(taken)} Beiträge übernommen, ${inFigures(asked)} Anfragen in dieser Stunde`,
    test: 'Konto testen',
    testOk: 'Der Dienst hat uns eingelassen. Übernommen wurde nichts.',
    testFailed: 'Dieses Konto lässt sich nicht verwenden',
  },
  right: 'Offene Medien',
  rightHelp: 'Übergibt Interaktionen offener Medien und erfährt von Antworten und Zuständen',
  reply: {
    answers: 'Antwort auf',
    first: 'Den ersten Beitrag',
    visibility: 'Wer sie lesen darf',
    public: 'Öffentlich',
    private: 'Privat',
    text: 'Antwort',
    left: (count) => (count < 0 ? `${-count} Zeichen zu viel` : `Noch ${count} Zeichen`),
    tooLong: 'Zu lang für dieses Medium',
    none: 'Dieses Medium nimmt keine Antworten. Schließen Sie die Interaktion ab oder geben Sie sie weiter.',
  },
} as const satisfies Translation<typeof english>;
