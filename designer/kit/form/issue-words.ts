import type { z } from 'zod';
import { isRequestFailure } from '../api.ts';
import { forms as t } from '../messages/en/forms.ts';

/** What is wrong with each field, by its key; the first problem of a field counts. */
export type FieldProblems = Readonly<Record<string, string>>;

/** Departures of a form's value from its schema, in the words of a form. */
export function problemsOf(schema: z.ZodType, value: unknown): FieldProblems {
  const { error } = schema.safeParse(value);
  const problems: Record<string, string> = {};
  for (const issue of error?.issues ?? []) problems[String(issue.path[0] ?? '')] ??= issueWords(issue, value);
  return problems;
}

/** The field the server named as the one at fault, with what it said; nothing when the failure is of another kind. */
export function serverProblems(error: unknown): FieldProblems {
  if (!isRequestFailure(error) || error.problem.field === undefined) return {};
  const { field, message } = error.problem;
  const key = field.split(/[.[]/)[0] ?? '';
  // under its field the words need not name it
  return key === '' ? {} : { [key]: sentence(message.replace(`${field}: `, '')) };
}

/** One departure in words that stand under a field, so without its name. */
export function issueWords(issue: z.core.$ZodIssue, value: unknown): string {
  const isBlank = isBlankAt(value, issue.path);
  switch (issue.code) {
    case 'invalid_type':
      if (isBlank) return t.missing;
      if (issue.expected === 'int') return t.wholeNumber;
      return issue.expected === 'number' ? t.number : t.wrong;
    case 'invalid_value':
      return t.chooseOne;
    case 'too_small':
      if (issue.origin === 'string') return isBlank ? t.missing : t.tooShort(Number(issue.minimum));
      return issue.origin === 'array' ? t.tooFew(Number(issue.minimum)) : t.atLeast(Number(issue.minimum));
    case 'too_big':
      return issue.origin === 'string' ? t.tooLong(Number(issue.maximum)) : t.atMost(Number(issue.maximum));
    case 'custom':
    case 'invalid_format':
      return isBlank ? t.missing : sentence(issue.message);
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return t.wrong;
  }
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function isBlankAt(value: unknown, path: readonly PropertyKey[]): boolean {
  const at = path.reduce<unknown>((inside, key) => (isRecord(inside) ? inside[key] : undefined), value);
  return at === undefined || at === '' || at === null;
}

function isRecord(value: unknown): value is Readonly<Record<PropertyKey, unknown>> {
  return typeof value === 'object' && value !== null;
}
