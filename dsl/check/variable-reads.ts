import type { Node } from 'acorn';
import { javascriptNodes } from './walk-javascript.ts';

/** A piece of code that names a variable, and how it says another name. */
export interface VariableRead {
  readonly start: number;
  readonly end: number;
  readonly text: (name: string) => string;
}

/** What of the syntax tree matters here. */
interface Expression extends Node {
  readonly name?: string;
  readonly value?: unknown;
  readonly computed?: boolean;
  readonly shorthand?: boolean;
  readonly object?: Expression;
  readonly property?: Expression;
  readonly key?: Expression;
  readonly id?: Expression;
  readonly init?: Expression | null;
  readonly left?: Expression;
  readonly right?: Expression;
  readonly properties?: readonly Expression[];
}

/** Where code says `vars.name`, `vars['name']` or takes `name` out of `vars`, the last place first. None when it cannot be read. */
export function variableReads(kind: 'expression' | 'script', code: string, variable: string): VariableRead[] {
  // an object in braces is one in parentheses only
  const before = kind === 'expression' ? '(\n' : '';
  const nodes = javascriptNodes(kind === 'expression' ? `${before}${code}\n)` : code) as Expression[];
  return nodes
    .flatMap((node) => [...memberRead(node, variable), ...takenOut(node, variable)])
    .map((read) => ({ ...read, start: read.start - before.length, end: read.end - before.length }))
    .toSorted((left, right) => right.start - left.start);
}

function memberRead({ type, object, property, computed }: Expression, variable: string): VariableRead[] {
  if (type !== 'MemberExpression' || !isVars(object) || property === undefined) return [];
  return named(property, computed === true, variable);
}

/** `const { name } = vars`, `({ name } = vars)`. */
function takenOut({ type, id, init, left, right }: Expression, variable: string): VariableRead[] {
  const isDeclared = type === 'VariableDeclarator' && isVars(init);
  const isAssigned = type === 'AssignmentExpression' && isVars(right);
  const pattern = isDeclared ? id : isAssigned ? left : undefined;
  if (pattern?.type !== 'ObjectPattern') return [];
  return (pattern.properties ?? []).flatMap(({ key, computed, shorthand }) => {
    if (key === undefined) return [];
    const reads = named(key, computed === true, variable);
    // what the code calls it stays
    return shorthand === true ? reads.map((read) => ({ ...read, text: (to: string) => `${to}: ${variable}` })) : reads;
  });
}

function named(name: Expression, isComputed: boolean, variable: string): VariableRead[] {
  const { start, end, type, value } = name;
  if (type === 'Identifier' && !isComputed && name.name === variable) return [{ start, end, text: (to) => to }];
  if (type === 'Literal' && value === variable) return [{ start, end, text: (to) => JSON.stringify(to) }];
  return [];
}

function isVars(node: Expression | null | undefined): boolean {
  return node?.type === 'Identifier' && node.name === 'vars';
}
