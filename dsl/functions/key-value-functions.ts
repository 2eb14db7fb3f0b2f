import { given, type LibraryFunction, optional } from './library-function.ts';

const pairs = given('pairs', 'object', 'An object, such as attached data or an answer.');
const key = given('key', 'string', 'The key.');
const otherwise = (type: 'any' | 'string' | 'number') => optional('otherwise', type, 'What it is without such a key.');

/** Lists and key-value lists: the field's KVListGet, GetIntegerKey, KVListGetStringKey and KVListAppend, and paths into answers. */
export const keyValueFunctions: readonly LibraryFunction[] = [
  {
    name: 'kvListGet',
    family: 'key-value',
    help: 'The value of a key.',
    parameters: [pairs, key, otherwise('any')],
    result: 'any',
    examples: [
      { args: [{ Segment: 'gold' }, 'Segment'], result: 'gold' },
      { args: [{}, 'Segment', 'none'], result: 'none' },
      { args: [{}, 'constructor'], result: null },
    ],
    run: (tools, list: unknown, name: unknown, instead: unknown) =>
      tools.members(list)[tools.text(name)] ?? instead ?? null,
  },
  {
    name: 'kvListGetString',
    family: 'key-value',
    help: 'The value of a key as text (KVListGetStringKey).',
    parameters: [pairs, key, otherwise('string')],
    result: 'string',
    examples: [
      { args: [{ Tries: 3 }, 'Tries'], result: '3' },
      { args: [{}, 'Tries'], result: '' },
    ],
    run: (tools, list: unknown, name: unknown, instead: unknown) =>
      tools.text(tools.members(list)[tools.text(name)] ?? instead),
  },
  {
    name: 'kvListGetInteger',
    family: 'key-value',
    help: 'The value of a key as whole number (GetIntegerKey).',
    parameters: [pairs, key, otherwise('number')],
    result: 'number',
    examples: [
      { args: [{ Tries: '3' }, 'Tries'], result: 3 },
      { args: [{}, 'Tries', 0], result: 0 },
    ],
    run: (tools, list: unknown, name: unknown, instead: unknown) =>
      Math.trunc(tools.number(tools.members(list)[tools.text(name)] ?? instead)),
  },
  {
    name: 'kvListAppend',
    family: 'key-value',
    help: 'The pairs with one more; the ones given stay as they are.',
    parameters: [pairs, key, given('value', 'any', 'Its value.')],
    result: 'object',
    examples: [{ args: [{ a: 1 }, 'b', 2], result: { a: 1, b: 2 } }],
    run: (tools, list: unknown, name: unknown, value: unknown) =>
      Object.fromEntries([...Object.entries(tools.members(list)), [tools.text(name), value]]),
  },
  {
    name: 'kvListKeys',
    family: 'key-value',
    help: 'All keys, as a list.',
    parameters: [pairs],
    result: 'list',
    examples: [{ args: [{ a: 1, b: 2 }], result: ['a', 'b'] }],
    run: (tools, list: unknown) => Object.keys(tools.members(list)),
  },
  {
    name: 'listContains',
    family: 'key-value',
    help: 'Whether a list, or a text of values with commas between them, has a value.',
    parameters: [given('list', 'any', 'A list, or a text with commas.'), given('value', 'any', 'What is looked for.')],
    result: 'boolean',
    examples: [
      { args: [['de', 'en'], 'en'], result: true },
      { args: ['de, en', 'en'], result: true },
      { args: [null, 'en'], result: false },
    ],
    run: (tools, list: unknown, value: unknown) =>
      (Array.isArray(list) ? list : tools.text(list).split(',')).some(
        (one) => tools.text(one).trim() === tools.text(value).trim(),
      ),
  },
  {
    name: 'pathGet',
    family: 'key-value',
    help: 'What stands at a path in an object, such as customer.orders[0].id; null when there is nothing.',
    parameters: [
      given('value', 'any', 'An object or a list.'),
      given('path', 'string', 'Keys with dots, places in brackets.'),
    ],
    result: 'any',
    examples: [
      { args: [{ customer: { orders: [{ id: 7 }] } }, 'customer.orders[0].id'], result: 7 },
      { args: [{ customer: null }, 'customer.name'], result: null },
      { args: [{}, '__proto__.name'], result: null },
    ],
    run: (tools, value: unknown, path: unknown) => {
      let at = value;
      for (const step of tools.text(path).split(/[.[\]]+/)) {
        if (step !== '') at = tools.members(at)[step];
      }
      return at ?? null;
    },
  },
];
