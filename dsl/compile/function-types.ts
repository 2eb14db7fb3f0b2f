import { functions } from '../functions/functions.ts';
import type { FunctionValueType, LibraryFunction } from '../functions/library-function.ts';

const types: Readonly<Record<FunctionValueType, string>> = {
  string: 'string',
  number: 'number',
  boolean: 'boolean',
  list: 'any[]',
  object: 'Record<string, any>',
  any: 'any',
};

/** Functions take what they can read: a number where a text is asked for is its digits. */
const loose: Readonly<Record<FunctionValueType, string>> = {
  ...types,
  string: 'string | number | boolean | null | undefined',
  number: 'number | string',
  object: 'object | null | undefined',
};

/** TypeScript declaration of `fn`, the library of functions, with what each is for and an example. */
export function functionTypes(): string[] {
  return [
    '/** The library of functions: texts, values, key-value lists, date and time, categories. */',
    'declare const fn: {',
    ...functions.flatMap((one) => [`  /** ${one.help} ${exampleOf(one)} */`, `  ${one.name}${signatureOf(one)};`]),
    '};',
  ];
}

/** `fn.strSub('A-1234', 2)` and what it yields, for people. */
export function exampleOf({ name, examples: [example] }: LibraryFunction): string {
  if (example === undefined) return '';
  const args = example.args.map((arg) => JSON.stringify(arg)).join(', ');
  return `fn.${name}(${args}) is ${JSON.stringify(example.result)}.`;
}

function signatureOf({ parameters, result }: LibraryFunction): string {
  const given = parameters.map(
    ({ name, type, isOptional }) => `${name}${isOptional === true ? '?' : ''}: ${loose[type]}`,
  );
  return `(${given.join(', ')}): ${types[result]}`;
}
