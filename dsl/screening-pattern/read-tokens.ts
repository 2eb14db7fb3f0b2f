import type { PatternProblem } from './pattern.ts';

/** A word of a pattern, the character it begins at and the one after its last. */
export interface PatternToken {
  readonly kind: 'string' | 'word' | '(' | ')' | ',' | '&&' | '||' | '!';
  /** Of a string: what stands between the quotes, as written. */
  readonly text: string;
  readonly at: number;
  readonly end: number;
}

const marks = ['(', ')', ',', '&&', '||', '!'] as const;
const word = /[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]*/uy;

/** Cuts a pattern into words, or says which character is none of its language. */
export function readTokens(text: string): { tokens: PatternToken[] } | { problem: PatternProblem } {
  const tokens: PatternToken[] = [];
  for (let at = 0; at < text.length; ) {
    if (/\s/.test(text.charAt(at))) at++;
    else {
      const token = tokenAt(text, at);
      if ('message' in token) return { problem: token };
      tokens.push(token);
      at = token.end;
    }
  }
  return { tokens };
}

function tokenAt(text: string, at: number): PatternToken | PatternProblem {
  const mark = marks.find((candidate) => text.startsWith(candidate, at));
  if (mark !== undefined) return { kind: mark, text: mark, at, end: at + mark.length };
  const character = text.charAt(at);
  if (character === '"') return stringAt(text, at);
  if (character === '&' || character === '|') return { message: `write ${character}${character}`, at, length: 1 };
  word.lastIndex = at;
  const found = word.exec(text)?.[0];
  if (found !== undefined) return { kind: 'word', text: found, at, end: at + found.length };
  return { message: `${JSON.stringify(character)} has no meaning here; texts stand in double quotes`, at, length: 1 };
}

function stringAt(text: string, at: number): PatternToken | PatternProblem {
  for (let end = at + 1; end < text.length; end++) {
    const character = text.charAt(end);
    if (character === '\\') end++;
    else if (character === '"') return { kind: 'string', text: text.slice(at + 1, end), at, end: end + 1 };
  }
  return { message: 'the double quote is not closed', at, length: text.length - at };
}
