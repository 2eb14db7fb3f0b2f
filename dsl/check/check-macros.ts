import type { BusinessProcess } from '../document/business-process.ts';
import type { Diagnostic } from '../errors/diagnostic.ts';
import { suggestion } from '../errors/nearest.ts';
import { blockTitle, diagnosticAt } from './diagnostic-at.ts';
import { fragmentsOf } from './fragments-of.ts';
import { javascriptProblem } from './javascript-problem.ts';
import type { ReadStrategy } from './read-strategy.ts';

/** Expressions of macros can be read, and so can the names of their parameters. */
export function checkMacros({ macros }: Pick<BusinessProcess, 'macros'>): Diagnostic[] {
  return Object.entries(macros).flatMap(([name, { parameters, expression }]) => {
    const problem = javascriptProblem('expression', expression);
    if (problem !== undefined) {
      const place = `at line ${problem.line}, column ${problem.column}`;
      const message = `The expression of macro "${name}" cannot be read ${place}: ${problem.message}.`;
      return [diagnosticAt('error', 'check/expression-syntax', ['macros', name, 'expression'], message)];
    }
    if (javascriptProblem('expression', `(${parameters.join(', ')}) => 0`) === undefined) return [];
    const message = `A parameter of macro "${name}" has a name that JavaScript keeps for itself: ${parameters.join(', ')}.`;
    return [diagnosticAt('error', 'check/macro-parameter', ['macros', name, 'parameters'], message)];
  });
}

/** Macros that expressions and blocks of a strategy use are there and get the arguments they take. */
export function checkMacroUses({ macros }: Pick<BusinessProcess, 'macros'>, read: ReadStrategy): Diagnostic[] {
  return [...read.blocks.values()].flatMap((block) => {
    const path = ['strategies', read.name, 'blocks', block.id, 'config'];
    const named = fragmentsOf(block).flatMap((fragment) =>
      [...fragment.code.matchAll(/\bmacros\.([A-Za-z_]\w*)/g)].flatMap(([, name = '']) =>
        Object.hasOwn(macros, name) ? [] : [unknown(name, Object.keys(macros), [...path, ...fragment.path])],
      ),
    );
    const macro = block.block.references(block.config).find(({ kind }) => kind === 'macro')?.name;
    if (macro === undefined || !Object.hasOwn(macros, macro)) return named;
    const { arguments: given } = block.config as { arguments?: Record<string, unknown> };
    const parameters = macros[macro]?.parameters ?? [];
    const wrong = [
      ...parameters.filter((name) => !Object.hasOwn(given ?? {}, name)).map((name) => `needs its argument "${name}"`),
      ...Object.keys(given ?? {})
        .filter((name) => !parameters.includes(name))
        .map((name) => `has no parameter "${name}"`),
    ];
    const messages = wrong.map((what) => `${blockTitle(block)}: macro "${macro}" ${what}.`);
    return [
      ...named,
      ...messages.map((message) => diagnosticAt('error', 'check/macro-arguments', [...path, 'arguments'], message)),
    ];
  });
}

function unknown(name: string, known: readonly string[], path: readonly (string | number)[]): Diagnostic {
  const message = `There is no macro "${name}"; ${suggestion(name, known)}`;
  return diagnosticAt('error', 'check/unknown-macro', path, message);
}
