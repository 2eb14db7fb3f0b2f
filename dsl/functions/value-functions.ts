import { given, type LibraryFunction, optional } from './library-function.ts';

const value = given('value', 'any', 'The value.');

/** Values and their kinds: the field's ToString and ToNumber, and tests people write most. */
export const valueFunctions: readonly LibraryFunction[] = [
  {
    name: 'toText',
    family: 'value',
    help: 'Any value as text (ToString): nothing is empty, lists and objects are JSON.',
    parameters: [value],
    result: 'string',
    examples: [
      { args: [17], result: '17' },
      { args: [null], result: '' },
      { args: [{ a: 1 }], result: '{"a":1}' },
    ],
    run: (tools, one: unknown) => tools.text(one),
  },
  {
    name: 'toNumber',
    family: 'value',
    help: 'The number a text spells; what it is otherwise, or an error when that is left out.',
    parameters: [value, optional('otherwise', 'number', 'What it is when the value spells no number.')],
    result: 'number',
    examples: [
      { args: [' 17.5 '], result: 17.5 },
      { args: ['many', 0], result: 0 },
    ],
    run: (tools, one: unknown, otherwise: unknown) => {
      try {
        return tools.number(one);
      } catch (error) {
        if (otherwise === undefined) throw error;
        return otherwise;
      }
    },
  },
  {
    name: 'toBoolean',
    family: 'value',
    help: 'True for true, yes, on and any number but 0, also as text; else false.',
    parameters: [value],
    result: 'boolean',
    examples: [
      { args: ['Yes'], result: true },
      { args: ['0'], result: false },
      { args: [null], result: false },
    ],
    run: (tools, one: unknown) => {
      const said = tools.text(one).trim().toLowerCase();
      return ['true', 'yes', 'on'].includes(said) || (said !== '' && Number(said) !== 0 && !Number.isNaN(Number(said)));
    },
  },
  {
    name: 'isEmpty',
    family: 'value',
    help: 'True for nothing, empty text and text of blanks, an empty list and an object without keys.',
    parameters: [value],
    result: 'boolean',
    examples: [
      { args: ['  '], result: true },
      { args: [[]], result: true },
      { args: [0], result: false },
    ],
    run: (tools, one: unknown) =>
      typeof one === 'object' && one !== null ? Object.keys(one).length === 0 : tools.text(one).trim() === '',
  },
  {
    name: 'round',
    family: 'value',
    help: 'A number rounded to so many places after the point.',
    parameters: [given('number', 'number', 'The number.'), optional('places', 'number', 'Places; left out: none.')],
    result: 'number',
    examples: [
      { args: [2.345, 1], result: 2.3 },
      { args: [2.5], result: 3 },
    ],
    run: (tools, one: unknown, places: unknown) => {
      const factor = 10 ** (places === undefined ? 0 : tools.number(places));
      return Math.round(tools.number(one) * factor) / factor;
    },
  },
];
