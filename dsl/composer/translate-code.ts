import { type Node, type Program, parse } from 'acorn';
import { javascriptProblem } from '../check/javascript-problem.ts';
import { decodeEntities } from './decode-entities.ts';
import { rewriteNames } from './rewrite-names.ts';
import type { AnyNode } from './syntax-tree.ts';
import type { Scope, Translated } from './scope.ts';

/**
 * Turns an ECMAScript expression or script of Composer into one over `interaction`, `data` and `vars`. It does so only when
 * every name in it is known; what a name of the old platform meant is never guessed.
 */
export function translateCode(kind: 'expression' | 'script', code: string, scope: Scope): Translated {
  const text = kind === 'expression' ? code.trim().replace(/;+$/, '').trim() : code;
  if (text.trim() === '') return { problem: 'It is empty.' };
  const read = parsed(kind, text) ?? parsed(kind, decodeEntities(text));
  if (read === undefined) return { problem: 'It cannot be read as ECMAScript.' };
  try {
    const rewritten = rewriteNames(kind, read.program, read.text, scope);
    if ('problem' in rewritten) return rewritten;
    const problem = javascriptProblem(kind, rewritten.js);
    return problem === undefined ? rewritten : { problem: `It does not run in strict mode: ${problem.message}.` };
  } catch (error) {
    // nested so deeply that reading it exhausts the stack
    if (error instanceof RangeError) return { problem: 'It is nested too deeply.' };
    throw error;
  }
}

/** The value of an expression that is nothing but a literal; undefined for any other. `undefined` itself reads as null. */
export function literalOf(code: string): string | number | boolean | null | undefined {
  const text = code.trim().replace(/;+$/, '').trim();
  if (text === 'undefined' || text === 'null') return null;
  const [statement] = parsed('expression', text)?.program.body ?? [];
  if (statement?.type !== 'ExpressionStatement') return undefined;
  let { expression } = statement;
  let sign = 1;
  if (expression.type === 'UnaryExpression' && expression.operator === '-') {
    expression = expression.argument;
    sign = -1;
  }
  if (expression.type !== 'Literal') return undefined;
  const { value } = expression;
  if (typeof value === 'number') return Number.isFinite(value) ? sign * value : undefined;
  return sign === 1 && (typeof value === 'string' || typeof value === 'boolean') ? value : undefined;
}

/** The one node of an expression with the text its offsets count in; undefined for what cannot be read. */
export function expressionTree(code: string): { readonly node: AnyNode; readonly text: string } | undefined {
  const read = parsed('expression', code.trim().replace(/;+$/, '').trim());
  const [statement] = read?.program.body ?? [];
  if (read === undefined || statement?.type !== 'ExpressionStatement') return undefined;
  return { node: statement.expression as unknown as AnyNode, text: read.text };
}

function parsed(kind: 'expression' | 'script', text: string): { program: Program; text: string } | undefined {
  // an expression may be an object literal, and must not be two
  const source = kind === 'expression' ? `(${text}\n)` : text;
  try {
    const program = parse(source, { ecmaVersion: 'latest', sourceType: 'script', allowReturnOutsideFunction: true });
    const isOne = kind === 'script' || (program.body.length === 1 && isExpression(program.body[0]));
    return isOne ? { program, text: source } : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function isExpression(node: Node | undefined): boolean {
  return node?.type === 'ExpressionStatement';
}
