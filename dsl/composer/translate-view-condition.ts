import type { Condition } from '../condition/condition.ts';
import type { Rule, RuleScalar } from '../condition/rule.ts';
import { viewFieldFor } from './view-fields.ts';

/** A condition of a view there as one of ours, or why it could not be told. */
export type TranslatedCondition = { readonly condition: Condition } | { readonly problem: string };

// far beyond any view; what is longer is looked at by a person
const longest = 20_000;
const deepest = 50;

class Untold extends Error {}

/**
 * Turns a condition over properties and attached data, as views of Interaction Server have it (`priority > 5 and (mediatype =
 * 'email' or Category in ('a', 'b'))`), into rules. Nothing is guessed: a function or a comparison of two properties stays untold.
 */
export function translateViewCondition(text: string): TranslatedCondition {
  if (text.length > longest) return { problem: 'it is longer than any condition is.' };
  const tokens = tokensOf(text);
  if (tokens === undefined) return { problem: `it cannot be read.` };
  const reader = { tokens, at: 0, depth: 0 };
  try {
    const part = readAny(reader);
    if (reader.at < tokens.length) throw new Untold(`"${shown(tokens[reader.at])}" is unexpected.`);
    return { condition: 'rules' in part ? part : { combinator: 'and', rules: [part] } };
  } catch (error) {
    if (error instanceof Untold) return { problem: error.message };
    throw error;
  }
}

interface Token {
  readonly kind: 'word' | 'text' | 'number' | 'sign';
  readonly text: string;
}

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
}

function tokensOf(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  const pattern =
    /\s*(?:('(?:[^']|'')*'|"[^"]*")|(-?\d+(?:\.\d+)?)(?![\w.])|([A-Za-z_][\w.]*)|(<>|!=|<=|>=|==|=|<|>|\(|\)|,|&&|\|\||!))/gy;
  const whole = text.trim();
  pattern.lastIndex = 0;
  while (pattern.lastIndex < whole.length) {
    const found = pattern.exec(whole);
    if (found === null) return undefined;
    const [, quoted, number, word, sign] = found;
    if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.slice(1, -1).replaceAll("''", "'") });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else tokens.push({ kind: 'sign', text: sign ?? '' });
  }
  return tokens.length === 0 ? undefined : tokens;
}

function readAny(reader: Reader): Rule | Condition {
  return readJoined(reader, 'or', () => readJoined(reader, 'and', () => readOne(reader)));
}

function readJoined(reader: Reader, combinator: 'and' | 'or', read: () => Rule | Condition): Rule | Condition {
  const rules = [read()];
  while (takeWord(reader, combinator) || takeSign(reader, combinator === 'and' ? '&&' : '||')) rules.push(read());
  const [only] = rules;
  return rules.length === 1 && only !== undefined ? only : { combinator, rules };
}

function readOne(reader: Reader): Rule | Condition {
  if (takeWord(reader, 'not') || takeSign(reader, '!')) {
    const part = readInside(reader, () => readOne(reader));
    return { combinator: 'and', not: true, rules: [part] };
  }
  if (!takeSign(reader, '(')) return readRule(reader);
  const part = readInside(reader, () => readAny(reader));
  if (!takeSign(reader, ')')) throw new Untold('a bracket is not closed.');
  return part;
}

function readInside(reader: Reader, read: () => Rule | Condition): Rule | Condition {
  reader.depth += 1;
  if (reader.depth > deepest) throw new Untold('it is nested too deeply.');
  const part = read();
  reader.depth -= 1;
  return part;
}

function readRule(reader: Reader): Rule | Condition {
  const first = reader.tokens[reader.at++];
  if (first?.kind !== 'word' && first?.kind !== 'text') throw new Untold(`"${shown(first)}" is no property.`);
  const next = reader.tokens[reader.at];
  if (next?.text === '(') throw new Untold(`it uses the function ${first.text}.`);
  const field = viewFieldFor(first.text);
  if (field === undefined) throw new Untold(`"${first.text}" is no property here.`);
  if (takeWord(reader, 'is')) {
    const isNot = takeWord(reader, 'not');
    if (!takeWord(reader, 'null')) throw new Untold('after "is" it says neither null nor not null.');
    return { field, operator: isNot ? 'notNull' : 'null' };
  }
  const isNot = takeWord(reader, 'not');
  if (takeWord(reader, 'in')) return { field, operator: isNot ? 'notIn' : 'in', value: readList(reader) };
  if (takeWord(reader, 'like')) return readLike(field, isNot, readValue(reader));
  if (takeWord(reader, 'between')) {
    const low = readValue(reader);
    if (!takeWord(reader, 'and')) throw new Untold('"between" has no second value.');
    const rule: Rule = { field, operator: 'between', value: [low, readValue(reader)] };
    return isNot ? { combinator: 'and', not: true, rules: [rule] } : rule;
  }
  const sign = reader.tokens[reader.at++]?.text ?? '';
  const operator = Object.hasOwn(operators, sign) ? operators[sign] : undefined;
  if (isNot || operator === undefined) throw new Untold(`"${sign}" is no comparison.`);
  return { field, operator, value: readValue(reader) };
}

const operators: Readonly<Record<string, '=' | '!=' | '<' | '<=' | '>' | '>='>> = {
  '=': '=',
  '==': '=',
  '<>': '!=',
  '!=': '!=',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
};

function readLike(field: string, isNot: boolean, value: RuleScalar): Rule | Condition {
  const pattern = String(value);
  const text = pattern.replace(/^%|%$/g, '');
  if (/[%_]/.test(text)) throw new Untold(`the pattern '${pattern}' has wildcards inside.`);
  const [begins, ends] = [!pattern.startsWith('%'), !pattern.endsWith('%')];
  if (!begins && !ends) return { field, operator: isNot ? 'doesNotContain' : 'contains', value: text };
  const rule: Rule = { field, operator: begins && ends ? '=' : begins ? 'beginsWith' : 'endsWith', value: text };
  return isNot ? { combinator: 'and', not: true, rules: [rule] } : rule;
}

function readList(reader: Reader): RuleScalar[] {
  if (!takeSign(reader, '(')) throw new Untold('"in" has no list.');
  const values = [readValue(reader)];
  while (takeSign(reader, ',')) values.push(readValue(reader));
  if (!takeSign(reader, ')')) throw new Untold('a list is not closed.');
  return values;
}

function readValue(reader: Reader): RuleScalar {
  const token = reader.tokens[reader.at++];
  if (token?.kind === 'text') return token.text;
  if (token?.kind === 'number' && Number.isFinite(Number(token.text))) return Number(token.text);
  if (token?.kind === 'word' && /^(?:true|false)$/i.test(token.text)) return /^true$/i.test(token.text);
  throw new Untold(`"${shown(token)}" is no value.`);
}

function takeWord(reader: Reader, word: string): boolean {
  const token = reader.tokens[reader.at];
  if (token?.kind !== 'word' || token.text.toLowerCase() !== word) return false;
  reader.at += 1;
  return true;
}

function takeSign(reader: Reader, sign: string): boolean {
  const token = reader.tokens[reader.at];
  if (token?.kind !== 'sign' || token.text !== sign) return false;
  reader.at += 1;
  return true;
}

function shown(token: Token | undefined): string {
  return token?.text ?? 'its end';
}
