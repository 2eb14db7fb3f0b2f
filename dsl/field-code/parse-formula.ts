import { fieldCodeFunctions } from './field-code-functions.ts';
import type { FieldCodeProblem } from './field-code-value.ts';
import type { BinaryOperator, Formula, PathStep } from './formula.ts';
import { type FormulaToken, readTokens } from './read-tokens.ts';
import type { ScannedCode } from './scan-template.ts';

/** Deeper nesting or a longer formula is a generated text gone wrong; the limits keep recursion bounded. */
const maxDepth = 60;
const maxTokens = 1000;

/** Binary operators from the loosest to the tightest; those of one row bind equally, from left to right. */
const rows: readonly (readonly BinaryOperator[])[] = [
  ['or'],
  ['and'],
  ['=', '<>', '<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', 'mod'],
];

/** Reads the formula of one field code; a problem names the character of the template. */
export function parseFormula(code: ScannedCode): { formula: Formula } | { problem: FieldCodeProblem } {
  const placeOf = (at: number): number => code.places[at] ?? code.at;
  const read = readTokens(code.source);
  if ('message' in read) return { problem: { at: placeOf(read.at), message: read.message } };
  if (read.tokens.length > maxTokens) return { problem: { at: code.at, message: 'the formula is too long' } };
  const tokens = read.tokens.map((token) => ({ ...token, at: placeOf(token.at) }));
  const parser = new Parser(tokens, placeOf(code.source.length));
  const formula = parser.whole();
  return formula === undefined ? { problem: parser.problem } : { formula };
}

/** Recursive descent; `undefined` means a problem was noted and the reading is over. */
class Parser {
  problem: FieldCodeProblem;
  readonly #tokens: readonly FormulaToken[];
  #at = 0;
  #depth = 0;

  constructor(tokens: readonly FormulaToken[], end: number) {
    this.#tokens = [...tokens, { kind: 'mark', text: '', at: end }];
    this.problem = { at: end, message: '' };
  }

  whole(): Formula | undefined {
    const formula = this.#formatted();
    if (formula === undefined || this.#at === this.#tokens.length - 1) return formula;
    return this.#fail('expected an operator or $>');
  }

  get #token(): FormulaToken {
    return this.#tokens[this.#at] ?? { kind: 'mark', text: '', at: this.problem.at };
  }

  #fail(expected: string): undefined {
    const { text, at } = this.#token;
    this.problem = { at, message: `${expected}, found ${text === '' ? 'the end' : JSON.stringify(text)}` };
  }

  #take(mark: string): FormulaToken | undefined {
    const token = this.#token;
    if (token.kind !== 'mark' || token.text !== mark || mark === '') return undefined;
    this.#at++;
    return token;
  }

  #formatted(): Formula | undefined {
    if (++this.#depth > maxDepth) return this.#fail(`at most ${maxDepth} levels of parentheses`);
    const operand = this.#binary(0);
    this.#depth--;
    const colon = this.#take(':');
    if (operand === undefined || colon === undefined) return operand;
    const format = this.#token;
    if (format.kind !== 'string') return this.#fail('expected a format in quotes, such as "yyyy-MM-dd" or "#.##"');
    this.#at++;
    return { kind: 'format', operand, format: format.text, at: colon.at };
  }

  #binary(row: number): Formula | undefined {
    const operators = rows[row];
    if (operators === undefined) return this.#unary();
    let left = this.#binary(row + 1);
    while (left !== undefined) {
      const { kind, text, at } = this.#token;
      const operator = kind === 'mark' ? operators.find((candidate) => candidate === text) : undefined;
      if (operator === undefined) return left;
      this.#at++;
      const right = this.#binary(row + 1);
      if (right === undefined) return undefined;
      left = { kind: 'binary', operator, left, right, at };
    }
    return undefined;
  }

  #unary(): Formula | undefined {
    const minus = this.#take('-');
    const sign = minus ?? this.#take('not');
    if (sign === undefined) return this.#power();
    if (++this.#depth > maxDepth) return this.#fail(`at most ${maxDepth} signs in a row`);
    // Not takes a whole comparison, as in Basic: Not a = b is Not (a = b)
    const operand = minus === undefined ? this.#binary(2) : this.#unary();
    this.#depth--;
    if (operand === undefined) return undefined;
    return { kind: 'unary', operator: minus === undefined ? 'not' : '-', operand, at: sign.at };
  }

  #power(): Formula | undefined {
    const left = this.#primary();
    if (left === undefined) return undefined;
    const operator = this.#take('^');
    if (operator === undefined) return left;
    const right = this.#unary();
    return right === undefined ? undefined : { kind: 'binary', operator: '^', left, right, at: operator.at };
  }

  #primary(): Formula | undefined {
    const { kind, text, at } = this.#token;
    if (kind === 'number' || kind === 'string') {
      this.#at++;
      return { kind: 'literal', value: kind === 'number' ? Number(text) : text, at };
    }
    if (kind === 'name') return this.#named();
    if (this.#take('(') === undefined) return this.#fail('expected a value');
    const inner = this.#formatted();
    if (inner === undefined) return undefined;
    return this.#take(')') === undefined ? this.#fail('expected ")"') : inner;
  }

  #named(): Formula | undefined {
    const { text, at } = this.#token;
    const word = text.toLowerCase();
    this.#at++;
    if (word === 'true' || word === 'false') return { kind: 'literal', value: word === 'true', at };
    if (word === 'null') return { kind: 'literal', value: null, at };
    if (this.#token.text === '(' && this.#token.kind === 'mark') return this.#call(text, at);
    const steps: PathStep[] = [{ name: text, given: undefined, at }];
    while (this.#take('.') !== undefined) {
      const step = this.#token;
      if (step.kind !== 'name') return this.#fail('expected the name of a field');
      this.#at++;
      const given = this.#given();
      if (given === undefined) return undefined;
      steps.push({ name: step.text, given: given.list, at: step.at });
    }
    return { kind: 'path', steps, at };
  }

  #call(name: string, at: number): Formula | undefined {
    const known = fieldCodeFunctions.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
    if (known === undefined) {
      this.problem = { at, message: `there is no function ${name}` };
      return undefined;
    }
    const given = this.#given();
    if (given === undefined) return undefined;
    const count = given.list?.length ?? 0;
    if (count < known.fewest || count > known.most) {
      this.problem = { at, message: `expected ${known.signature}` };
      return undefined;
    }
    return { kind: 'call', name: known.name, given: given.list ?? [], at };
  }

  /** What stands in parentheses, if parentheses follow. */
  #given(): { list: readonly Formula[] | undefined } | undefined {
    if (this.#take('(') === undefined) return { list: undefined };
    const list: Formula[] = [];
    if (this.#take(')') !== undefined) return { list };
    do {
      const formula = this.#formatted();
      if (formula === undefined) return undefined;
      list.push(formula);
    } while (this.#take(',') !== undefined);
    return this.#take(')') === undefined ? this.#fail('expected "," or ")"') : { list };
  }
}
