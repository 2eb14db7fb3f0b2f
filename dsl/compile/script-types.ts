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
 * Derived from the contracts, so it cannot fall behind them.
 */
export function scriptTypes(
  variables: Readonly<Record<string, Variable>> = {},
  macros: BusinessProcess['macros'] = {},
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
    '/** Attached data: stays with the interaction and may be written. */',
    'declare const data: Record<string, any>;',
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

function block(description: string, head: string, members: readonly string[]): string[] {
  return [`/** ${description} */`, head, ...members, '};'];
}

function member(description: string, declaration: string): string {
  const comment = description.replaceAll('*/', '* /').replaceAll('\n', ' ');
  return `${comment === '' ? '' : `  /** ${comment} */\n`}  ${declaration};`;
}
