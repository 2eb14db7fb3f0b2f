import { parse, type Token } from 'acorn';
import { guardSource } from '../compile/guard-source.ts';
import { longestPattern, mostGroups } from '../compile/realm/text-limits.ts';

/** A mistake of syntax: what, and where in the text, counted from 1. */
export interface SyntaxProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** What is wrong with an author's JavaScript, or undefined when it can be compiled. A script is the body of an async function. */
export function javascriptProblem(kind: 'expression' | 'script', code: string): SyntaxProblem | undefined {
  // the compiler puts expressions in parentheses; a text that closes them early must not pass
  const text = kind === 'expression' ? `(\n${code}\n)` : `"use strict";\n${code}`;
  try {
    const { body } = parse(text, {
      ecmaVersion: 'latest',
      sourceType: 'script',
      allowReturnOutsideFunction: kind === 'script',
      allowAwaitOutsideFunction: kind === 'script',
      locations: true,
      onToken: refuseToken,
    });
    // the little that cannot be guarded
    if (/\+=|\.\.\./.test(code)) guardSource(`async () => {${text}\n}`);
    const isOne = kind === 'script' || (body.length === 1 && body[0]?.type === 'ExpressionStatement');
    return isOne ? undefined : { message: 'more than one expression', line: 1, column: 1 };
  } catch (error) {
    if (error instanceof RangeError) return { message: 'it is nested too deeply', line: 1, column: 1 };
    return readProblem(error, code);
  }
}

function readProblem(error: unknown, code: string): SyntaxProblem {
  if (!(error instanceof SyntaxError)) throw error;
  const at = 'loc' in error ? (error.loc as { line: number; column: number }) : { line: 2, column: 0 };
  const lines = code.split('\n');
  const end = { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  // one line was put before the text; what is missing at its end is found beyond it
  const place = at.line - 1 > lines.length ? end : { line: Math.max(at.line - 1, 1), column: at.column + 1 };
  const message = error.message.replace(/ \(\d+:\d+\)$/, '');
  return { message: `${message.charAt(0).toLowerCase()}${message.slice(1)}`, ...place };
}

/** What reads well and yet may not be: the engine cannot be stopped in the middle of either. */
function refuseToken(token: Token): void {
  const { value, loc } = token as Token & { readonly value: unknown };
  if (typeof value === 'bigint') throw problemAt('integers that end in n are not available', loc?.start);
  const pattern = typeof value === 'object' && value !== null && 'pattern' in value ? String(value.pattern) : '';
  if (pattern.length > longestPattern || pattern.split('(').length > mostGroups) {
    throw problemAt('the regular expression is too long', loc?.start);
  }
}

function problemAt(message: string, loc: object | undefined): SyntaxError {
  return Object.assign(new SyntaxError(message), { loc });
}
