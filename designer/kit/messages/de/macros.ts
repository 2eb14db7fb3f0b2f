import type { macros as english } from '../en/macros.ts';
import type { Translation } from '../translation.ts';

/** German texts of the macros of a process. */
export const macros = {
  title: 'Makros',
  help: 'Ausdrücke mit Parametern, die der Prozess einmal aufbewahrt. Blöcke und Ausdrücke verwenden sie als macros.name(…).',
  add: 'Makro hinzufügen',
  of: (name) => `Makro ${name}`,
  parameters: 'Parameter',
  expression: (name) => `Ausdruck von ${name}`,
  nameWrong: 'Buchstaben, Ziffern und Unterstriche, mit einem Buchstaben am Anfang',
} as const satisfies Translation<typeof english>;
