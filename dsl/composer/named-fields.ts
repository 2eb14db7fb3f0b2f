import type { Config } from './conversion.ts';
import { type Reading, textParameter } from './parameter-of.ts';
import type { XmlElement } from './xml-element.ts';

/** Settings that are texts here, by our name, each with the names it may have there; those that are not set are left out. */
export function textFieldsOf(
  element: XmlElement,
  reading: Reading,
  fields: Readonly<Record<string, readonly string[]>>,
): Config {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([ours, theirs]) => {
      const told = textParameter(element, reading, ...theirs);
      return told === undefined || told === null ? [] : [[ours, asText(told)]];
    }),
  );
}

/** A value as text; an expression stays one. */
export function asText(value: unknown): unknown {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}
