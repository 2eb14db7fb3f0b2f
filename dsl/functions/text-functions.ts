import { languageFunction } from './language-function.ts';
import { given, type LibraryFunction, optional } from './library-function.ts';

const text = given('text', 'string', 'The text.');

/** Strings: the field's Cat, StrSub, StrPos, StrLen, StrReplace, StrChar and StrNextTok, and what people miss beside them. Places count from 0. */
export const textFunctions: readonly LibraryFunction[] = [
  {
    name: 'cat',
    family: 'text',
    help: 'Joins two to four values to one text.',
    parameters: [
      given('first', 'any', 'Begins the text.'),
      given('second', 'any', 'Follows.'),
      optional('third', 'any', 'Follows.'),
      optional('fourth', 'any', 'Follows.'),
    ],
    result: 'string',
    examples: [
      { args: ['Order ', 17], result: 'Order 17' },
      { args: ['a', 'b', 'c'], result: 'abc' },
    ],
    run: (tools, ...parts: unknown[]) => parts.map((part) => tools.text(part)).join(''),
  },
  {
    name: 'strLen',
    family: 'text',
    help: 'How many characters a text has.',
    parameters: [text],
    result: 'number',
    examples: [
      { args: ['Hello'], result: 5 },
      { args: [null], result: 0 },
    ],
    run: (tools, value: unknown) => tools.text(value).length,
  },
  {
    name: 'strSub',
    family: 'text',
    help: 'Part of a text.',
    parameters: [
      text,
      given('from', 'number', 'Place of the first character, from 0; below 0 it counts from the end.'),
      optional('length', 'number', 'How many characters; left out: to the end.'),
    ],
    result: 'string',
    examples: [
      { args: ['A-1234', 2], result: '1234' },
      { args: ['A-1234', 2, 2], result: '12' },
      { args: ['A-1234', -3, 2], result: '23' },
    ],
    run: (tools, value: unknown, from: unknown, length: unknown) => {
      const whole = tools.text(value);
      const first = tools.number(from);
      const begin = first < 0 ? Math.max(0, whole.length + first) : first;
      return length === undefined ? whole.slice(begin) : whole.slice(begin, begin + Math.max(0, tools.number(length)));
    },
  },
  {
    name: 'strPos',
    family: 'text',
    help: 'Where a text has a part, from 0; -1 when it has not. Upper and lower case are the same.',
    parameters: [text, given('part', 'string', 'What is looked for.')],
    result: 'number',
    examples: [
      { args: ['Where is my Parcel', 'parcel'], result: 12 },
      { args: ['Hello', 'x'], result: -1 },
    ],
    run: (tools, value: unknown, part: unknown) =>
      tools.text(value).toLowerCase().indexOf(tools.text(part).toLowerCase()),
  },
  {
    name: 'strReplace',
    family: 'text',
    help: 'A text with every occurrence of a part replaced.',
    parameters: [text, given('part', 'string', 'What is replaced.'), given('by', 'string', 'What takes its place.')],
    result: 'string',
    examples: [{ args: ['1.000.000', '.', ''], result: '1000000' }],
    run: (tools, value: unknown, part: unknown, by: unknown) => {
      const from = tools.text(part);
      return from === '' ? tools.text(value) : tools.text(value).split(from).join(tools.text(by));
    },
  },
  {
    name: 'strChar',
    family: 'text',
    help: 'One character of a text; empty beyond its end.',
    parameters: [text, given('place', 'number', 'Which, from 0; below 0 it counts from the end.')],
    result: 'string',
    examples: [
      { args: ['Hello', 1], result: 'e' },
      { args: ['Hello', 9], result: '' },
    ],
    run: (tools, value: unknown, place: unknown) => tools.text(value).at(tools.number(place)) ?? '',
  },
  {
    name: 'strToken',
    family: 'text',
    help: 'One part of a text that a separator cuts (StrNextTok); empty when there are fewer.',
    parameters: [
      text,
      given('separator', 'string', 'What stands between the parts.'),
      given('place', 'number', 'Which part, from 0.'),
    ],
    result: 'string',
    examples: [
      { args: ['gold;de;mail', ';', 1], result: 'de' },
      { args: ['gold', ';', 1], result: '' },
    ],
    run: (tools, value: unknown, separator: unknown, place: unknown) =>
      tools.text(value).split(tools.text(separator))[tools.number(place)]?.trim() ?? '',
  },
  {
    name: 'strUpper',
    family: 'text',
    help: 'A text in upper case.',
    parameters: [text],
    result: 'string',
    examples: [{ args: ['gold'], result: 'GOLD' }],
    run: (tools, value: unknown) => tools.text(value).toUpperCase(),
  },
  {
    name: 'strLower',
    family: 'text',
    help: 'A text in lower case.',
    parameters: [text],
    result: 'string',
    examples: [{ args: ['GOLD'], result: 'gold' }],
    run: (tools, value: unknown) => tools.text(value).toLowerCase(),
  },
  {
    name: 'strTrim',
    family: 'text',
    help: 'A text without blanks around it.',
    parameters: [text],
    result: 'string',
    examples: [{ args: ['  gold '], result: 'gold' }],
    run: (tools, value: unknown) => tools.text(value).trim(),
  },
  {
    name: 'regexFind',
    family: 'text',
    help: 'What a regular expression finds first, or one of its groups; empty when nothing. Upper and lower case are the same.',
    parameters: [
      text,
      given('pattern', 'string', 'A JavaScript regular expression without slashes.'),
      optional('group', 'number', 'Number of a group; left out: the whole find.'),
    ],
    result: 'string',
    examples: [
      { args: ['Order A-1234 is late', 'a-(\\d+)', 1], result: '1234' },
      { args: ['Hello', '\\d+'], result: '' },
    ],
    run: (tools, value: unknown, pattern: unknown, group: unknown) =>
      new RegExp(tools.text(pattern), 'iu').exec(tools.text(value))?.[group === undefined ? 0 : tools.number(group)] ??
      '',
  },
  languageFunction,
];
