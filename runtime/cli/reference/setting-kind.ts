import type { z } from 'zod';
import { definitionOf, keysAt } from '#dsl/check/schema-at.ts';

/** What a setting may be, in words. */
export interface SettingKind {
  readonly kind: string;
  readonly isRequired: boolean;
  /** Its default, where it has one. */
  readonly fallback?: unknown;
}

const words: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  boolean: 'true or false',
  null: 'null',
  array: 'list',
  record: 'names and values',
  object: 'object',
  enum: 'one of',
};

/** What a setting's schema lets an author write. */
export function settingKind(schema: z.core.$ZodType): SettingKind {
  const { type, defaultValue } = schema._zod.def as { type: string; defaultValue?: unknown };
  const isRequired = type !== 'optional' && type !== 'default' && type !== 'prefault';
  const kind = kindOf(schema);
  return defaultValue === undefined ? { kind, isRequired } : { kind, isRequired, fallback: defaultValue };
}

function kindOf(schema: z.core.$ZodType): string {
  const { type, options } = definitionOf(schema);
  if (options !== undefined) return [...new Set(options.map(kindOf))].join(' or ');
  const keys = type === 'object' ? keysAt(schema, []) : [];
  if (keys.join() === 'js') return 'expression';
  if (keys.includes('combinator')) return 'rules';
  return words[type] ?? type;
}
