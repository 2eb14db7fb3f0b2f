import { readTokens, type SkillExpressionError, type SkillOperator, type SkillToken } from './read-tokens.ts';

export type { SkillExpressionError, SkillOperator } from './read-tokens.ts';

/** One condition on an agent, or a chain of them joined strictly from left to right. */
export type SkillExpression =
  | { readonly kind: 'skill'; readonly name: string; readonly operator: SkillOperator; readonly level: number }
  | { readonly kind: 'group'; readonly name: string; readonly operator: SkillOperator; readonly level: number }
  | { readonly kind: 'constant'; readonly left: number; readonly operator: SkillOperator; readonly right: number }
  | { readonly kind: 'chain'; readonly first: SkillExpression; readonly rest: readonly SkillLink[] };

/** The next operand of a chain and how it is joined to everything left of it. */
export interface SkillLink {
  readonly join: '&' | '|';
  readonly operand: SkillExpression;
}

/** Parentheses deeper than this are a generated text gone wrong; the limit keeps the parser's recursion bounded. */
const maxDepth = 100;

/**
 * Reads `English >= 5 & (Loans > 2 | "Credit cards" = 1)`. `&` and `|` bind equally and join from left to right, as
 * Universal Routing does, so `a | b & c` means `(a | b) & c`. `1=1` is everybody. `Group("Name")` asks for membership of
 * an agent group, `Group("Name") = 0` for its absence. `Skill("Name") > 2` is the long form of `Name > 2`.
 */
export function parseSkillExpression(text: string): { expression: SkillExpression } | { error: SkillExpressionError } {
  const read = readTokens(text);
  if ('error' in read) return read;
  const cursor = new Cursor(read.tokens, text.length);
  const expression = cursor.chain(0);
  if (cursor.error === undefined && cursor.peek() !== undefined) {
    cursor.fail(`expected & or |, found ${cursor.found()}`);
  }
  return cursor.error === undefined ? { expression } : { error: cursor.error };
}

/** Whether an agent with these skill levels, a member of these groups, meets the expression. A skill the agent lacks counts as level 0. */
export function matchesSkills(
  expression: SkillExpression,
  skills: Readonly<Record<string, number>>,
  groups: ReadonlySet<string> = new Set(),
): boolean {
  switch (expression.kind) {
    case 'skill': {
      const level = Object.hasOwn(skills, expression.name) ? (skills[expression.name] ?? 0) : 0;
      return compare(level, expression.operator, expression.level);
    }
    case 'group':
      return compare(groups.has(expression.name) ? 1 : 0, expression.operator, expression.level);
    case 'constant':
      return compare(expression.left, expression.operator, expression.right);
    case 'chain':
      return expression.rest.reduce(
        (holds, link) =>
          link.join === '&'
            ? holds && matchesSkills(link.operand, skills, groups)
            : holds || matchesSkills(link.operand, skills, groups),
        matchesSkills(expression.first, skills, groups),
      );
  }
}

/** Every skill the expression asks about, each once, in order of appearance; so that unknown ones can be reported. */
export function skillNames(expression: SkillExpression): string[] {
  return namesOf(expression, 'skill');
}

/** Every agent group the expression asks about, each once, in order of appearance. */
export function groupNames(expression: SkillExpression): string[] {
  return namesOf(expression, 'group');
}

function namesOf(expression: SkillExpression, kind: 'skill' | 'group'): string[] {
  const names = new Set<string>();
  const visit = (part: SkillExpression): void => {
    if (part.kind === 'chain') {
      visit(part.first);
      for (const link of part.rest) visit(link.operand);
    } else if (part.kind === kind) names.add(part.name);
  };
  visit(expression);
  return [...names];
}

function compare(left: number, operator: SkillOperator, right: number): boolean {
  switch (operator) {
    case '=':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
  }
}

const nothing: SkillExpression = { kind: 'constant', left: 1, operator: '=', right: 0 };

/** Recursive descent over the tokens. Keeps the first error; what it returns after one is never used. */
class Cursor {
  error: SkillExpressionError | undefined;
  readonly #tokens: readonly SkillToken[];
  readonly #end: number;
  #at = 0;

  constructor(tokens: readonly SkillToken[], end: number) {
    this.#tokens = tokens;
    this.#end = end;
  }

  peek(ahead = 0): SkillToken | undefined {
    return this.#tokens[this.#at + ahead];
  }

  found(): string {
    const token = this.peek();
    return token === undefined ? 'the end' : JSON.stringify(token.text);
  }

  fail(message: string): SkillExpression {
    this.error ??= { message, at: this.peek()?.at ?? this.#end };
    return nothing;
  }

  chain(depth: number): SkillExpression {
    const first = this.operand(depth);
    const rest: SkillLink[] = [];
    for (let token = this.peek(); token?.kind === 'join' && this.error === undefined; token = this.peek()) {
      this.#at++;
      rest.push({ join: token.text === '&' ? '&' : '|', operand: this.operand(depth) });
    }
    return rest.length === 0 ? first : { kind: 'chain', first, rest };
  }

  operand(depth: number): SkillExpression {
    if (depth > maxDepth) return this.fail(`parentheses are nested more than ${maxDepth} deep`);
    const token = this.peek();
    if (token?.kind === 'open') {
      this.#at++;
      const inner = this.chain(depth + 1);
      return this.#close(inner);
    }
    if (token?.kind === 'number') return this.#constant(Number(token.text));
    if (token?.kind !== 'name') return this.fail(`expected a skill, found ${this.found()}`);
    const call = token.quoted ? undefined : token.text.toLowerCase();
    if (this.peek(1)?.kind === 'open' && (call === 'group' || call === 'skill')) return this.#call(call);
    this.#at++;
    return this.#compared({ kind: 'skill', name: token.text });
  }

  #close(inner: SkillExpression): SkillExpression {
    if (this.error !== undefined) return inner;
    if (this.peek()?.kind !== 'close') return this.fail(`expected ")", found ${this.found()}`);
    this.#at++;
    return inner;
  }

  #call(kind: 'group' | 'skill'): SkillExpression {
    this.#at += 2;
    const token = this.peek();
    if (token?.kind !== 'name') return this.fail(`expected the name of a ${kind}, found ${this.found()}`);
    this.#at++;
    this.#close(nothing);
    if (kind === 'group' && this.peek()?.kind !== 'operator') {
      return { kind, name: token.text, operator: '=', level: 1 };
    }
    return this.#compared({ kind, name: token.text });
  }

  #compared(left: { kind: 'skill' | 'group'; name: string }): SkillExpression {
    const operator = this.#operator(`${JSON.stringify(left.name)} needs a level: expected =, !=, <, <=, > or >=`);
    const level = this.#number('a level');
    return operator === undefined || level === undefined ? nothing : { ...left, operator, level };
  }

  #constant(left: number): SkillExpression {
    this.#at++;
    const operator = this.#operator('expected =, !=, <, <=, > or >=');
    const right = this.#number('a number; a skill stands on the left');
    return operator === undefined || right === undefined ? nothing : { kind: 'constant', left, operator, right };
  }

  #operator(expected: string): SkillOperator | undefined {
    const token = this.peek();
    if (token?.kind !== 'operator') {
      this.fail(`${expected}, found ${this.found()}`);
      return undefined;
    }
    this.#at++;
    return token.operator;
  }

  #number(expected: string): number | undefined {
    const token = this.peek();
    if (token?.kind !== 'number') {
      this.fail(`expected ${expected}, found ${this.found()}`);
      return undefined;
    }
    this.#at++;
    return Number(token.text);
  }
}
