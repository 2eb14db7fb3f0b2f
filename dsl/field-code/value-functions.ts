import type { FieldCodeFunction } from './field-code-function.ts';
import { formatValue } from './format-value.ts';

/** Functions of text, numbers and choice. Positions and lengths count code points, so no character is cut in two. */
export const valueFunctions: readonly FieldCodeFunction[] = [
  {
    name: 'If',
    signature: 'If(condition, then, otherwise)',
    help: 'The second value when the condition is true, the third when it is not.',
    fewest: 2,
    most: 3,
    run: (given) => (given.truth(0) ? given.value(1) : given.value(2)),
  },
  {
    name: 'IsNull',
    signature: 'IsNull(value)',
    help: 'True when the value is empty.',
    fewest: 1,
    most: 1,
    run: (given) => {
      const value = given.value(0);
      return value === null || value === '';
    },
  },
  {
    name: 'Length',
    signature: 'Length(text)',
    help: 'How many characters the text has.',
    fewest: 1,
    most: 1,
    run: (given) => charactersOf(given.text(0)).length,
  },
  {
    name: 'Left',
    signature: 'Left(text, count)',
    help: 'The first characters of the text.',
    fewest: 2,
    most: 2,
    run: (given) => charactersOf(given.text(0)).slice(0, given.count(1)).join(''),
  },
  {
    name: 'Right',
    signature: 'Right(text, count)',
    help: 'The last characters of the text.',
    fewest: 2,
    most: 2,
    run: (given) => {
      const characters = charactersOf(given.text(0));
      return characters.slice(Math.max(0, characters.length - given.count(1))).join('');
    },
  },
  {
    name: 'Mid',
    signature: 'Mid(text, start, count)',
    help: 'A part of the text; the first character is number 1. Without a count, all that follows.',
    fewest: 2,
    most: 3,
    run: (given) => {
      const from = Math.max(0, given.count(1) - 1);
      return charactersOf(given.text(0))
        .slice(from, given.has(2) ? from + given.count(2) : undefined)
        .join('');
    },
  },
  {
    name: 'Trim',
    signature: 'Trim(text)',
    help: 'The text without spaces before and after.',
    fewest: 1,
    most: 1,
    run: (given) => given.text(0).trim(),
  },
  {
    name: 'UCase',
    signature: 'UCase(text)',
    help: 'The text in capital letters.',
    fewest: 1,
    most: 1,
    run: (given) => given.text(0).toLocaleUpperCase(given.context.locale),
  },
  {
    name: 'LCase',
    signature: 'LCase(text)',
    help: 'The text in small letters.',
    fewest: 1,
    most: 1,
    run: (given) => given.text(0).toLocaleLowerCase(given.context.locale),
  },
  {
    name: 'Round',
    signature: 'Round(number, decimals)',
    help: 'The number rounded, halves away from zero; without decimals to a whole number.',
    fewest: 1,
    most: 2,
    run: (given) => rounded(given.number(0), given.has(1) ? given.count(1) : 0),
  },
  {
    name: 'Abs',
    signature: 'Abs(number)',
    help: 'The number without its sign.',
    fewest: 1,
    most: 1,
    run: (given) => Math.abs(given.number(0)),
  },
  {
    name: 'Text',
    signature: 'Text(value, format)',
    help: 'A number or date as text, by a format such as "#,##0.00" or "yyyy-MM-dd" if one is given.',
    fewest: 1,
    most: 2,
    run: (given) =>
      given.has(1) ? formatValue(given.value(0), given.text(1), { ...given.context, at: given.at(0) }) : given.text(0),
  },
];

function charactersOf(text: string): string[] {
  return Array.from(text);
}

function rounded(value: number, decimals: number): number {
  // by its decimal digits: 1.005 * 100 is 100.49999999999999
  const shifted = Number(`${Math.abs(value)}e${decimals}`);
  const result = Number(`${Math.round(shifted)}e-${decimals}`);
  // numbers already written with an exponent are too large or too small for decimals to matter
  return Number.isNaN(result) ? value : Math.sign(value) * result;
}
