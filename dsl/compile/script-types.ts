import { hostCalls, scriptNameOf } from '../blocks/host-calls.ts';
import type { BusinessProcess } from '../document/business-process.ts';
import type { Variable } from '../document/strategy.ts';
import { contactProperties } from '../model/contact-property.ts';
import { interactionProperties, messageProperties } from '../model/interaction-property.ts';
import { functionTypes } from './function-types.ts';
import { typeText } from './type-text.ts';

const variableTypes: Readonly<Record<Variable['type'], string>> = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  list: 'any[]',
  object: 'Record<string, any>',
};

/**
 * TypeScript declarations of what a strategy's expressions and scripts see, for completion and checks in the editor.
 * Derived from the contracts, so it cannot fall behind them. `dataKeys` are keys of attached data to offer, each with where
 * it comes from; any other key stays allowed.
 */
export function scriptTypes(
  variables: Readonly<Record<string, Variable>> = {},
  macros: BusinessProcess['macros'] = {},
  dataKeys: Readonly<Record<string, string>> = {},
): string {
  return [
    ...block(
      'The interaction as it was when the strategy began.',
      'declare const interaction: {',
      Object.entries({ ...interactionProperties, ...messageProperties }).map(([name, { type, description }]) =>
        member(description, `readonly ${name}: ${type === 'number' ? 'number' : 'string | null'}`),
      ),
    ),
    ...block(
      'The contact, or null while nobody has been identified.',
      'declare const contact: null | {',
      Object.entries(contactProperties).map(([name, description]) =>
        member(description, `readonly ${name}: string | null`),
      ),
    ),
    ...block(
      'Attached data: stays with the interaction and may be written.',
      'declare const data: Record<string, any> & {',
      Object.entries(dataKeys).map(([key, hint]) => member(hint, `${JSON.stringify(key)}: any`)),
    ),
    ...block(
      'Variables of the strategy, declared in its Entry.',
      'declare const vars: {',
      Object.entries(variables).map(([name, { type, description }]) =>
        member(description ?? '', `${name}: ${variableTypes[type]}`),
      ),
    ),
    '/** What went wrong in the block before, when this one was reached by an error port. */',
    'declare const lastError: undefined | { readonly code: string; readonly message: string; readonly block: string };',
    ...block(
      'Macros of the process: expressions it keeps once.',
      'declare const macros: {',
      Object.entries(macros).map(([name, { parameters, description, expression }]) =>
        member(description ?? expression, `${name}(${parameters.map((one) => `${one}: any`).join(', ')}): any`),
      ),
    ),
    ...functionTypes(),
    '/** Writes a line into the trace of the interaction. */',
    'declare function log(text: string): void;',
    ...block(
      'What a strategy may ask of the world.',
      'declare const calls: {',
      hostCalls.map(({ name, help, params, result }) =>
        member(help, `${scriptNameOf(name)}(params: ${typeText(params)}): Promise<${typeText(result)}>`),
      ),
    ),
    '',
  ].join('\n');
}

const own = new Set(['calls', 'contact', 'data', 'fn', 'interaction', 'lastError', 'log', 'macros', 'vars']);

/**
 * Declarations of the parameters of macros, for the fields their expressions are written in. All fields of a page share
 * one set of declarations, so every macro's are there; the checks say where a macro uses another's.
 */
export function macroParameterTypes(macros: BusinessProcess['macros']): string {
  const names = new Set(Object.values(macros).flatMap(({ parameters }) => parameters));
  // one that hides a name of ours has that one's type already
  return [...names]
    .filter((name) => !own.has(name))
    .map((name) => `/** A parameter of the macro. */\ndeclare var ${name}: any;\n`)
    .join('');
}

function block(description: string, head: string, members: readonly string[]): string[] {
  return [`/** ${description} */`, head, ...members, '};'];
}

function member(description: string, declaration: string): string {
  const comment = description.replaceAll('*/', '* /').replaceAll('\n', ' ');
  return `${comment === '' ? '' : `  /** ${comment} */\n`}  ${declaration};`;
}
