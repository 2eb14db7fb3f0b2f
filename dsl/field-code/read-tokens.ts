/** A word of a formula and where in its source it begins. */
export interface FormulaToken {
  readonly kind: 'number' | 'string' | 'name' | 'mark';
  /** Of a string: its text with escapes resolved. Of a mark: its first spelling, so `==` is `=` and `GT` is `>`. */
  readonly text: string;
  readonly at: number;
}

const marks: Readonly<Record<string, string>> = { '==': '=', '!=': '<>' };
const words: Readonly<Record<string, string>> = {
  gt: '>',
  ge: '>=',
  lt: '<',
  le: '<=',
  eq: '=',
  ne: '<>',
  mod: 'mod',
  and: 'and',
  or: 'or',
  not: 'not',
};
const escapes: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

const pattern =
  /(?<space>\s+)|(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|"(?<string>(?:[^"\\]|\\[\s\S])*)"|(?<name>[\p{L}_][\p{L}\p{M}\p{N}_]*)|(?<mark><>|<=|>=|==|!=|[=<>+\-*/^(),.:])/uy;

/** Cuts the source of a formula into words, or says which character is none of its language. */
export function readTokens(source: string): { tokens: FormulaToken[] } | { at: number; message: string } {
  const tokens: FormulaToken[] = [];
  let at = 0;
  while (at < source.length) {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found === null) {
      const message =
        source.charAt(at) === '"' ? 'the quote is not closed' : `"${source.charAt(at)}" has no meaning here`;
      return { at, message };
    }
    const token = tokenOf(found.groups ?? {}, at);
    if (token !== undefined) tokens.push(token);
    at += found[0].length;
  }
  return { tokens };
}

function tokenOf(groups: Readonly<Record<string, string | undefined>>, at: number): FormulaToken | undefined {
  if (groups.number !== undefined) return { kind: 'number', text: groups.number, at };
  if (groups.string !== undefined) return { kind: 'string', text: unescaped(groups.string), at };
  if (groups.mark !== undefined) return { kind: 'mark', text: marks[groups.mark] ?? groups.mark, at };
  if (groups.name === undefined) return undefined;
  const word = groups.name.toLowerCase();
  const mark = Object.hasOwn(words, word) ? words[word] : undefined;
  return mark === undefined ? { kind: 'name', text: groups.name, at } : { kind: 'mark', text: mark, at };
}

function unescaped(text: string): string {
  return text.replace(/\\([\s\S])/g, (_, character: string) => escapes[character] ?? character);
}
