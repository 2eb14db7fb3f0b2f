import type { forms as english } from '../en/forms.ts';
import type { Translation } from '../translation.ts';
import { inFigures } from '../in-figures.ts';

/** German texts of forms that are made from schemas. */
export const forms = {
  missing: 'Bitte ausfüllen',
  chooseOne: 'Bitte auswählen',
  wholeNumber: 'Eine ganze Zahl',
  number: 'Eine Zahl',
  atLeast: (least) => `Mindestens ${inFigures(least)}`,
  atMost: (most) => `Höchstens ${inFigures(most)}`,
  tooShort: (least) => `Mindestens ${least} Zeichen`,
  tooLong: (most) => `Höchstens ${inFigures(most)} Zeichen`,
  tooFew: (least) => (least === 1 ? 'Mindestens eines' : `Mindestens ${least}`),
  wrong: 'Dieser Wert passt hier nicht',
  optional: 'optional',
  choices: {
    imap: 'IMAP',
    pop3: 'POP3',
    tls: 'TLS von Anfang an',
    starttls: 'STARTTLS',
    none: 'Keine',
    seen: 'Als gelesen markieren',
    delete: 'Löschen',
    move: 'In einen Ordner verschieben',
    and: 'Alle',
    or: 'Eine davon',
    draft: 'Entwurf',
    approved: 'Freigegeben',
    transceiver: 'Transceiver',
    pair: 'Paar',
    gsm: 'GSM',
    latin1: 'Latin-1',
    ucs2: 'UCS-2',
  },
} as const satisfies Translation<typeof english>;
