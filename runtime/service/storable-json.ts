import type { z } from 'zod';

type Json = z.core.util.JSONType;

/** Deeper than any answer people work with, shallower than what a database keeps. */
const maxDepth = 64;

/**
 * A value of somebody else's as the journal can keep it: PostgreSQL knows neither the character NUL nor halves of surrogate
 * pairs. Throws for what is nested deeper than 64 levels.
 */
export function storableJson(value: unknown, depth = 0): Json {
  if (depth > maxDepth) throw new Error(`it is nested deeper than ${maxDepth} levels`);
  if (typeof value === 'string') return storableText(value);
  if (Array.isArray(value)) return value.map((member) => storableJson(member, depth + 1));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [storableText(key), storableJson(member, depth + 1)]),
    );
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function storableText(text: string): string {
  return text.replaceAll('\0', '\ufffd').toWellFormed();
}
