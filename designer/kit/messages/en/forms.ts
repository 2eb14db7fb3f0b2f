import { inFigures } from '../in-figures.ts';

/** Texts of forms that are made from schemas: what is wrong with a value, and words for the choices. */
export const forms = {
  missing: 'Fill this in',
  chooseOne: 'Choose one',
  wholeNumber: 'A whole number',
  number: 'A number',
  atLeast: (least: number) => `At least ${inFigures(least)}`,
  atMost: (most: number) => `At most ${inFigures(most)}`,
  tooShort: (least: number) => `At least ${least} characters`,
  tooLong: (most: number) => `At most ${inFigures(most)} characters`,
  tooFew: (least: number) => (least === 1 ? 'At least one' : `At least ${least}`),
  wrong: 'This value does not fit here',
  optional: 'optional',
  /** Choices as people read them; one that is missing here is shown as it is. */
  choices: {
    imap: 'IMAP',
    pop3: 'POP3',
    tls: 'TLS from the start',
    starttls: 'STARTTLS',
    none: 'None',
    seen: 'Mark as read',
    delete: 'Delete',
    move: 'Move to a folder',
    and: 'All of them',
    or: 'One of them',
    draft: 'Draft',
    approved: 'Approved',
    transceiver: 'Transceiver',
    pair: 'Pair',
    gsm: 'GSM',
    latin1: 'Latin-1',
    ucs2: 'UCS-2',
  } as Readonly<Record<string, string>>,
} as const;
