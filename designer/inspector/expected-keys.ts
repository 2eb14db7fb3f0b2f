import type { Editor } from '#dsl/block/editor.ts';
import { readStrategy } from '#dsl/check/read-strategy.ts';
import { variablesOf } from '#dsl/check/variables-of.ts';
import type { BusinessProcess } from '#dsl/document/business-process.ts';
import { functionByName } from '#dsl/functions/functions.ts';

/** A key that a record of a form should have: an argument of a function, a variable of a subroutine. */
export interface ExpectedKey {
  readonly name: string;
  /** What it is, shown beside it. */
  readonly hint: string;
  readonly isOptional: boolean;
}

/** The keys a record should have, by what its siblings in the form say; undefined where any key will do. */
export function expectedKeys(
  process: BusinessProcess | undefined,
  editor: Editor | undefined,
  siblings: Readonly<Record<string, unknown>>,
): readonly ExpectedKey[] | undefined {
  if (editor === 'function-arguments') {
    return functionByName(String(siblings['function']))?.parameters.map(({ name, description, isOptional }) => ({
      name,
      hint: description,
      isOptional: isOptional === true,
    }));
  }
  if (editor === 'macro-arguments') {
    const { macros = {} } = process ?? {};
    const name = String(siblings['macro']);
    const macro = Object.hasOwn(macros, name) ? macros[name] : undefined;
    return macro?.parameters.map((one) => ({ name: one, hint: '', isOptional: false }));
  }
  if (editor === 'subroutine-in') return parametersOf(process, String(siblings['strategy']), 'in');
  if (editor === 'subroutine-out') return parametersOf(process, String(siblings['strategy']), 'out');
  return undefined;
}

function parametersOf(process: BusinessProcess | undefined, name: string, direction: 'in' | 'out') {
  const { strategies = {} } = process ?? {};
  const strategy = Object.hasOwn(strategies, name) ? strategies[name] : undefined;
  if (strategy === undefined) return undefined;
  return Object.entries(variablesOf(readStrategy(name, strategy)))
    .filter(([, variable]) => variable.direction === direction || variable.direction === 'in-out')
    .map(([variable, { type, description, default: preset }]) => ({
      name: variable,
      hint: [type, description].filter(Boolean).join(': '),
      isOptional: direction === 'out' || preset !== undefined,
    }));
}
