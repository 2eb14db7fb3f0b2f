import type { reference as english } from '../en/reference.ts';
import type { Translation } from '../translation.ts';

/** German texts of the block reference. */
export const reference = {
  title: 'Blöcke',
  intro:
    'Alles, woraus eine Strategie bestehen kann. Jeder Block steht mit seinem Typ im Dokument; eine Einstellung nimmt einen festen Wert oder, wo es dabeisteht, einen Ausdruck.',
  contents: 'Blöcke nach Kategorien',
  functions: 'Funktionen',
  functionsIntro:
    'Ausdrücke und Skripte rufen sie als fn.name(…) auf, der Block Funktion beim Namen. Es zählt die Uhr des Laufs.',
  example: 'Beispiel',
  setting: 'Einstellung',
  meaning: 'Wirkung',
  value: 'Nimmt',
  exits: 'Ausgänge',
  noExits: 'Hier endet der Pfad.',
  required: '; muss angegeben sein',
  emptyByDefault: '; leer, wenn nichts angegeben ist',
  byDefault: (value) => `; ${value}, wenn nichts angegeben ist`,
  orExpression: ' oder ein Ausdruck',
  inUnit: (unit) => ` in ${unit}`,
  number: (isInteger, minimum, maximum) =>
    [
      isInteger ? 'ganze Zahl' : 'Zahl',
      minimum !== undefined && `ab ${minimum}`,
      maximum !== undefined && `bis ${maximum}`,
    ]
      .filter(Boolean)
      .join(' '),
  list: (item) => `Liste: ${item}`,
  record: (item) => `${item} je Name`,
  kinds: { text: 'Text', boolean: 'ja oder nein', scalar: 'Text, Zahl, ja oder nein', condition: 'Bedingung' },
} as const satisfies Translation<typeof english>;
