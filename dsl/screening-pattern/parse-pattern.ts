import { compileRegex } from './compile-regex.ts';
import type { Pattern, PatternProblem } from './pattern.ts';
import { type PatternToken, readTokens } from './read-tokens.ts';

/** Parentheses and negations deeper than this are a generated text gone wrong; the limit bounds the recursion. */
const maxDepth = 100;

/** A pattern that was read, with what in it may surprise its author. */
export interface ParsedPattern {
  readonly pattern: Pattern;
  readonly warnings: readonly PatternProblem[];
}

/**
 * Reads `Find("interest rate") && (RegExFind("\d\d", ID_code, false) || !Find("APR", false))`.
 *
 * `&&` binds tighter than `||`; `!` negates a term or a group. Terms are `Find("text"[, ignoreCase])`,
 * `RegExFind("re"[, key][, ignoreCase])` and `RegExMatch("re"[, key][, ignoreCase])`; case is ignored unless the last
 * argument is `false`. In a text `\"` is a quote. Regular expressions are compiled here, once; every one that re2 refuses
 * is reported, the first fault of grammar ends the reading.
 */
export function parsePattern(text: string): ParsedPattern | { errors: PatternProblem[] } {
  const read = readTokens(text);
  if ('problem' in read) return { errors: [read.problem] };
  const parser = new Parser(read.tokens, text.length);
  const pattern = parser.pattern();
  return pattern === undefined || parser.errors.length > 0
    ? { errors: parser.errors }
    : { pattern, warnings: parser.warnings };
}

interface TermArguments {
  readonly text: PatternToken;
  readonly key: string | undefined;
  readonly ignoreCase: boolean;
}

/** Recursive descent; `undefined` means a fault of grammar was noted and the reading is over. */
class Parser {
  readonly errors: PatternProblem[] = [];
  readonly warnings: PatternProblem[] = [];
  readonly #tokens: readonly PatternToken[];
  readonly #end: number;
  #at = 0;

  constructor(tokens: readonly PatternToken[], end: number) {
    this.#tokens = tokens;
    this.#end = end;
  }

  pattern(): Pattern | undefined {
    const pattern = this.#either(0);
    if (pattern === undefined || this.#peek() === undefined) return pattern;
    return this.#fail('expected && or ||');
  }

  #peek(): PatternToken | undefined {
    return this.#tokens[this.#at];
  }

  #take(kind: PatternToken['kind']): PatternToken | undefined {
    const token = this.#peek();
    if (token?.kind !== kind) return undefined;
    this.#at++;
    return token;
  }

  #fail(expected: string): undefined {
    const token = this.#peek();
    const found = token === undefined ? 'the end' : token.kind === 'string' ? 'a text' : `"${token.text}"`;
    const at = token?.at ?? this.#end;
    this.errors.push({ message: `${expected}, found ${found}`, at, length: (token?.end ?? at) - at });
  }

  #either(depth: number): Pattern | undefined {
    const start = this.#peek()?.at ?? this.#end;
    let mixed = false;
    const operands: Pattern[] = [];
    do {
      const from = this.#at;
      const operand = this.#both(depth);
      if (operand === undefined) return undefined;
      mixed ||= operand.kind === 'and' && this.#tokens[from]?.kind !== '(';
      operands.push(operand);
    } while (this.#take('||') !== undefined);
    const [only] = operands;
    if (operands.length === 1) return only;
    if (mixed) {
      const length = (this.#tokens[this.#at - 1]?.end ?? this.#end) - start;
      this.warnings.push({ message: '&& is done before ||; parentheses would say so', at: start, length });
    }
    return { kind: 'or', operands };
  }

  #both(depth: number): Pattern | undefined {
    const operands: Pattern[] = [];
    do {
      const operand = this.#negated(depth);
      if (operand === undefined) return undefined;
      operands.push(operand);
    } while (this.#take('&&') !== undefined);
    const [only] = operands;
    return operands.length === 1 ? only : { kind: 'and', operands };
  }

  #negated(depth: number): Pattern | undefined {
    if (depth > maxDepth) return this.#fail(`at most ${maxDepth} levels of parentheses and negation`);
    if (this.#take('!') !== undefined) {
      const operand = this.#negated(depth + 1);
      return operand === undefined ? undefined : { kind: 'not', operand };
    }
    if (this.#take('(') === undefined) return this.#term();
    const inner = this.#either(depth + 1);
    if (inner === undefined) return undefined;
    return this.#take(')') === undefined ? this.#fail('expected ")"') : inner;
  }

  #term(): Pattern | undefined {
    const name = this.#peek();
    const term = name?.kind === 'word' ? name.text.toLowerCase() : '';
    if (term !== 'find' && term !== 'regexfind' && term !== 'regexmatch') {
      return this.#fail('expected Find, RegExFind or RegExMatch');
    }
    this.#at++;
    const given = this.#arguments(term !== 'find');
    if (given === undefined) return undefined;
    return term === 'find' ? this.#find(given) : this.#regex(given, term === 'regexmatch');
  }

  #arguments(takesKey: boolean): TermArguments | undefined {
    if (this.#take('(') === undefined) return this.#fail('expected "("');
    const text = this.#take('string');
    if (text === undefined) return this.#fail('expected a text in double quotes');
    let key: string | undefined;
    let ignoreCase: boolean | undefined;
    while (this.#take(',') !== undefined) {
      const token = this.#peek();
      const isFlag = token?.kind === 'word' && /^(?:true|false)$/i.test(token.text);
      if (token !== undefined && isFlag && ignoreCase === undefined) ignoreCase = token.text.toLowerCase() === 'true';
      else if (token?.kind === 'word' && takesKey && key === undefined && ignoreCase === undefined) key = token.text;
      else return this.#fail(takesKey ? 'expected a key, true or false' : 'expected true or false');
      this.#at++;
    }
    if (this.#take(')') === undefined) return this.#fail('expected "," or ")"');
    return { text, key, ignoreCase: ignoreCase ?? true };
  }

  #find({ text, ignoreCase }: TermArguments): Pattern {
    const wanted = text.text.replace(/\\(["\\])/g, '$1');
    if (wanted === '') this.errors.push({ message: 'an empty text is found everywhere', at: text.at, length: 2 });
    return { kind: 'find', text: ignoreCase ? wanted.toLowerCase() : wanted, ignoreCase };
  }

  #regex({ text, key, ignoreCase }: TermArguments, whole: boolean): Pattern | undefined {
    // `\"` is also how re2 writes a quote, so the source needs no rewriting and faults keep their place
    const result = compileRegex(text.text, ignoreCase);
    if ('compiled' in result)
      return { kind: 'regex', whole, source: text.text, ignoreCase, key, compiled: result.compiled };
    const { message, at, length } = result.refusal;
    this.errors.push({ message, at: text.at + 1 + at, length });
    // a stand-in, so that the regular expressions that follow are checked as well
    return { kind: 'find', text: text.text, ignoreCase };
  }
}
