import type { BusinessProcess } from '../document/business-process.ts';
import { expressionToJs } from './value-to-js.ts';

/** The macros of a process as one statement, in the order of their names: functions over what the strategy sees. */
export function macrosToJs(macros: BusinessProcess['macros']): string {
  const members = Object.entries(macros)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(
      ([name, { parameters, expression }]) => `  ${name}: (${parameters.join(', ')}) => ${expressionToJs(expression)},`,
    );
  return ['const macros = {', ...members, '};'].join('\n');
}
