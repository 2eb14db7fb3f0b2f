import { categoryFunctions } from './category-functions.ts';
import { createFunctionTools } from './create-function-tools.ts';
import { keyValueFunctions } from './key-value-functions.ts';
import type { LibraryFunction } from './library-function.ts';
import { textFunctions } from './text-functions.ts';
import { timeFunctions } from './time-functions.ts';
import { valueFunctions } from './value-functions.ts';

/** Every function of the library, family by family. */
export const functions: readonly LibraryFunction[] = [
  ...textFunctions,
  ...valueFunctions,
  ...keyValueFunctions,
  ...timeFunctions,
  ...categoryFunctions,
];

const byName: ReadonlyMap<string, LibraryFunction> = new Map(functions.map((one) => [one.name, one]));

/** A function by its name, or undefined for a name the library does not have. */
export function functionByName(name: string): LibraryFunction | undefined {
  return byName.get(name);
}

/**
 * The library as one JavaScript expression: a function that takes the clock's constructor of a run and yields the frozen `fn` of
 * its expressions. Evaluated inside the realm.
 */
export const functionsSource = [
  '(() => {',
  '"use strict";',
  `const toolsOf = (${createFunctionTools})();`,
  `const runs = {\n${functions.map(({ name, run }) => `${name}: (${run})`).join(',\n')}\n};`,
  'return (Date) => {',
  'const tools = toolsOf(() => Date.now());',
  'const fn = Object.create(null);',
  'for (const name of Object.keys(runs)) {',
  'const run = runs[name];',
  'fn[name] = Object.freeze((...args) => run(tools, ...args));',
  '}',
  'return Object.freeze(fn);',
  '};',
  '})()',
].join('\n');
