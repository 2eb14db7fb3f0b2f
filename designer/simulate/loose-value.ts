import type { z } from 'zod';

type Json = z.core.util.JSONType;

/** A value as people type it: 5, true, null, [..] and {..} are what they look like, everything else is text; "5" is text too. */
export function looseValue(text: string): Json {
  if (!/^\s*(?:[[{"\d-]|true\s*$|false\s*$|null\s*$)/.test(text)) return text;
  try {
    return JSON.parse(text) as Json;
  } catch {
    // it only looked like JSON: a date, an address, half a list
    return text;
  }
}

/** A value as it is shown for typing: read again, it is the same value. */
export function looseText(value: Json): string {
  if (typeof value !== 'string') return JSON.stringify(value);
  return looseValue(value) === value ? value : JSON.stringify(value);
}

/** A value in one short line, without the noise of JSON: `matched: true, rules: []`. */
export function shortText(value: Json): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return `[${value.map(shortText).join(', ')}]`;
  return Object.entries(value)
    .map(([key, member]) => {
      const isNested = typeof member === 'object' && member !== null && !Array.isArray(member);
      return `${key}: ${isNested ? `{${shortText(member)}}` : shortText(member)}`;
    })
    .join(', ');
}
