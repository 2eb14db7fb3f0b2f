/** How a level is compared. */
export type SkillOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';

/** Why a text is no skill expression, and at which character (from 0) it stops being one. */
export interface SkillExpressionError {
  readonly message: string;
  readonly at: number;
}

/** A word of a skill expression and the character it begins at. */
export type SkillToken =
  | { readonly kind: 'operator'; readonly operator: SkillOperator; readonly text: string; readonly at: number }
  | { readonly kind: 'name'; readonly quoted: boolean; readonly text: string; readonly at: number }
  | { readonly kind: 'number' | 'join' | 'open' | 'close'; readonly text: string; readonly at: number };

const operators: readonly SkillOperator[] = ['!=', '<=', '>=', '=', '<', '>'];

// Names outside quotes: letters and digits of any script, and the marks that skill names carry in practice.
const name = /[\p{L}\p{N}_$][\p{L}\p{M}\p{N}_.$-]*/uy;
const number = /-?\d+(?:\.\d+)?(?![\p{L}\p{N}_.$-])/uy;

/** Cuts a skill expression into words, or says which character is none of its language. */
export function readTokens(text: string): { tokens: SkillToken[] } | { error: SkillExpressionError } {
  const tokens: SkillToken[] = [];
  for (let at = 0; at < text.length; ) {
    if (/\s/.test(text.charAt(at))) at++;
    else {
      const token = tokenAt(text, at);
      if ('message' in token) return { error: token };
      tokens.push(token.token);
      at = token.end;
    }
  }
  return { tokens };
}

function tokenAt(text: string, at: number): { token: SkillToken; end: number } | SkillExpressionError {
  const operator = operators.find((candidate) => text.startsWith(candidate, at));
  if (operator !== undefined) {
    return { token: { kind: 'operator', operator, text: operator, at }, end: at + operator.length };
  }
  const character = text.charAt(at);
  if (character === '&' || character === '|') {
    if (text.charAt(at + 1) === character) return { message: `write ${character} once`, at: at + 1 };
    return { token: { kind: 'join', text: character, at }, end: at + 1 };
  }
  if (character === '(') return { token: { kind: 'open', text: character, at }, end: at + 1 };
  if (character === ')') return { token: { kind: 'close', text: character, at }, end: at + 1 };
  if (character === '"' || character === "'") return quotedName(text, at, character);
  const digits = wordAt(number, text, at);
  if (digits !== undefined) return { token: { kind: 'number', text: digits, at }, end: at + digits.length };
  const word = wordAt(name, text, at);
  if (word !== undefined) return { token: { kind: 'name', quoted: false, text: word, at }, end: at + word.length };
  return { message: `${JSON.stringify(character)} has no meaning here; put the name in quotes`, at };
}

function quotedName(
  text: string,
  at: number,
  quote: string,
): { token: SkillToken; end: number } | SkillExpressionError {
  const end = text.indexOf(quote, at + 1);
  if (end === -1) return { message: 'the quote is not closed', at };
  if (end === at + 1) return { message: 'the name is empty', at };
  return { token: { kind: 'name', quoted: true, text: text.slice(at + 1, end), at }, end: end + 1 };
}

function wordAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
