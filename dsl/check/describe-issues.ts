import type { z } from 'zod';
import { nearest, suggestion } from '../errors/nearest.ts';
import { definitionOf, keysAt, schemasAt } from './schema-at.ts';

type Issue = z.core.$ZodIssue;

/** A departure from a schema in words: where, what is wrong and what would be right. */
export interface DescribedIssue {
  readonly code: 'document/unknown-field' | 'document/missing-field' | 'document/invalid-value';
  readonly path: readonly (string | number)[];
  readonly message: string;
}

const words: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  object: 'an object',
  record: 'an object',
  array: 'a list',
  null: 'null',
};

/** Every departure of a value from a schema. A misspelt field is told once, not also as missing; of a union, the likeliest form is meant. */
export function describeIssues(schema: z.core.$ZodType, issues: readonly Issue[], value: unknown): DescribedIssue[] {
  const described = issues.flatMap((issue) => describeIssue(schema, issue, value));
  const meant = new Set(described.flatMap((one) => ('meant' in one ? [one.meant] : [])));
  const told = new Set<string>();
  return described
    .filter((one) => {
      const key = one.path.join('\n');
      // an empty name is too short and has the wrong form as well: once is enough
      const isNew = !told.has(key);
      told.add(key);
      return isNew && !(one.code === 'document/missing-field' && meant.has(key));
    })
    .map(({ code, path, message }) => ({ code, path, message }));
}

interface Described extends DescribedIssue {
  /** Path, joined, of the field that a misspelt one stands for. */
  readonly meant?: string;
}

function describeIssue(schema: z.core.$ZodType, issue: Issue, value: unknown): Described[] {
  const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  const at = valueAt(value, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownField(key, path, keysAt(schema, path)));
    case 'invalid_union':
      return describeUnion(schema, issue, path, at);
    case 'invalid_key':
    case 'invalid_element':
      return [invalid(path, issue.issues.map(({ message }) => sentence(message)).join(' '))];
    case 'custom':
      return [invalid(path, `${shownPath(path)}: ${sentence(issue.message)}`)];
    case 'invalid_type':
    case 'invalid_value':
    case 'invalid_format':
    case 'not_multiple_of':
    case 'too_big':
    case 'too_small':
      if (at === undefined) return [missingField(path, expectedBy(issue))];
      return [invalid(path, `${shownPath(path)} is ${shownValue(at)}; expected ${expectedBy(issue)}.`)];
  }
}

function unknownField(key: string, path: (string | number)[], known: string[]): Described {
  const near = nearest(key, known);
  const message = `${shownPath([...path, key])} is not a field here; ${suggestion(key, known)}`;
  const described: Described = { code: 'document/unknown-field', path: [...path, key], message };
  return near === undefined ? described : { ...described, meant: [...path, near].join('\n') };
}

function missingField(path: (string | number)[], expected: string): Described {
  return { code: 'document/missing-field', path, message: `${shownPath(path)} is missing; expected ${expected}.` };
}

function invalid(path: (string | number)[], message: string): Described {
  return { code: 'document/invalid-value', path, message };
}

function describeUnion(
  schema: z.core.$ZodType,
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: (string | number)[],
  value: unknown,
): Described[] {
  const options = schemasAt(schema, path).flatMap((one) => definitionOf(one).options ?? []);
  const branches = issue.errors.map((errors, index) => {
    const option = options[index];
    const isOtherKind = errors.some((error) => error.path.length === 0 && error.code === 'invalid_type');
    const isExpression = option !== undefined && keysAt(option, []).join() === 'js';
    const expected = isExpression ? 'an expression { "js": … }' : (errors.map(expectedBy)[0] ?? 'something else');
    return { expected, isOtherKind, errors, option };
  });
  const described = branches
    .filter((branch) => !branch.isOtherKind)
    .flatMap(({ errors, option }) => (option === undefined ? [] : [describeIssues(option, errors, value)]))
    .toSorted((left, right) => left.length - right.length)[0];
  if (described !== undefined) {
    return described.map((one) => {
      const whole = [...path, ...one.path];
      return { ...one, path: whole, message: one.message.replace(shownPath(one.path), shownPath(whole)) };
    });
  }
  const expected = [...new Set(branches.map((branch) => branch.expected))].join(' or ');
  if (value === undefined) return [missingField(path, expected)];
  return [invalid(path, `${shownPath(path)} is ${shownValue(value)}; expected ${expected}.`)];
}

function expectedBy(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return words[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.map((value) => JSON.stringify(value)).join(' or ');
    case 'too_small':
      if (issue.minimum === 1 && issue.origin === 'string') return 'a text that is not empty';
      return `${amount(issue.origin)} ${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`;
    case 'too_big':
      return `${amount(issue.origin)} ${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}`;
    case 'invalid_union':
      return [...new Set(issue.errors.flatMap((errors) => errors.slice(0, 1).map(expectedBy)))].join(' or ');
    case 'unrecognized_keys':
      return 'other fields';
    case 'custom':
    case 'invalid_element':
    case 'invalid_format':
    case 'invalid_key':
    case 'not_multiple_of':
      return issue.message.replace(/^Invalid (?:input|string): (?:expected )?/, '');
  }
}

function amount(origin: string): string {
  if (origin === 'string') return 'a text of a length of';
  if (origin === 'array' || origin === 'set') return 'a list with a length of';
  return 'a number of';
}

function sentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** The last keys say where it is; the diagnostic carries the whole path. */
function shownPath(path: readonly (string | number)[]): string {
  const isMember = typeof path.at(-2) === 'number';
  const shown = path
    .slice(isMember ? -3 : -2)
    .map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`))
    .join('');
  return shown === '' ? 'The settings' : `"${shown.replace(/^\./, '')}"`;
}

function shownValue(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function valueAt(value: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key)
        ? (at as Record<string | number, unknown>)[key]
        : undefined,
    value,
  );
}
