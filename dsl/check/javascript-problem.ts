import { parse } from 'acorn';

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
    });
    const isOne = kind === 'script' || (body.length === 1 && body[0]?.type === 'ExpressionStatement');
    return isOne ? undefined : { message: 'more than one expression', line: 1, column: 1 };
  } catch (error) {
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
