import type { z } from 'zod';
import { isExpression } from './parameter.ts';
import { isDeepEqual } from './is-deep-equal.ts';

/** One difference between two processes, with where it is and a sentence a designer reads. */
export interface Change {
  readonly kind: 'added' | 'removed' | 'changed';
  readonly path: readonly (string | number)[];
  readonly strategy?: string;
  readonly block?: string;
  readonly message: string;
}

/** Members of two records side by side, by key: sorted, so that equal differences read equally. */
export function sideBySide<Value>(
  before: Readonly<Record<string, Value>>,
  after: Readonly<Record<string, Value>>,
): { key: string; before: Value | undefined; after: Value | undefined }[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted();
  return keys.map((key) => ({
    key,
    before: Object.hasOwn(before, key) ? before[key] : undefined,
    after: Object.hasOwn(after, key) ? after[key] : undefined,
  }));
}

/** Differences of the fields of one thing. `subject` begins each sentence: 'Queue "Inbound queue"'. */
export function changedFields(
  subject: string,
  path: readonly (string | number)[],
  fields: readonly { key: string; title: string; before: unknown; after: unknown }[],
): Change[] {
  return fields
    .filter(({ before, after }) => !isDeepEqual(before, after))
    .map(({ key, title, before, after }) => ({
      kind: 'changed',
      path: [...path, key],
      message: `${subject}: ${title} ${said(before, after)}.`,
    }));
}

/** Title of a setting as the form shows it, in lower case; its key where it has none. */
export function titleOf(schema: z.core.$ZodType | undefined, key: string): string {
  const title = schema === undefined ? undefined : (schema as z.ZodType).meta()?.title;
  return title === undefined ? key : `${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}

function said(before: unknown, after: unknown): string {
  if (before === undefined) return `is now ${shownValue(after)}`;
  if (after === undefined) return `${shownValue(before)} is gone`;
  const [was, is] = [shownValue(before), shownValue(after)];
  return was === is ? 'has changed' : `was ${was}, is ${is}`;
}

/** A value short enough for a sentence; longer ones are told by their beginning. */
export function shownValue(value: unknown): string {
  if (isExpression(value)) return `{${value.js}}`;
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
