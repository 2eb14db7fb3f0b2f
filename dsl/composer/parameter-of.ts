import type { Conversion } from './conversion.ts';
import { type Setting, settingOf } from './setting.ts';
import { literalOf, translateCode } from './translate-code.ts';
import type { XmlElement } from './xml-element.ts';

/** A value of ours: a literal, or an expression. */
type Parameter = string | number | boolean | null | { readonly js: string };

/** Gathers what was assumed while settings of one block were read. */
export interface Reading {
  readonly conversion: Conversion;
  readonly reasons: string[];
}

/** A setting as text or expression, by its possible names; undefined when it is not there or cannot be told. */
export function textParameter(element: XmlElement, reading: Reading, ...names: readonly string[]) {
  const setting = settingOf(element, ...names);
  return setting === undefined ? undefined : parameterOf(setting, reading);
}

/** A setting that is a number within bounds; an expression is made a number when it runs. */
export function numberParameter(element: XmlElement, reading: Reading, bounds: Bounds, ...names: readonly string[]) {
  const setting = settingOf(element, ...names);
  const value = setting === undefined ? undefined : parameterOf(setting, reading);
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'object') return { js: `Number(${value.js})` };
  const number = Number(value);
  if (!Number.isFinite(number)) return undefined;
  return Math.min(Math.max(bounds.isWhole === true ? Math.round(number) : number, bounds.least), bounds.most);
}

/** What a number may be. */
interface Bounds {
  readonly least: number;
  readonly most: number;
  readonly isWhole?: boolean;
}

/** A setting as one of our values; undefined, with its reason noted, when an expression cannot be told. */
export function parameterOf(setting: Setting, { conversion, reasons }: Reading): Parameter | undefined {
  if ('literal' in setting) return setting.literal;
  return expressionParameter(setting.expression, { conversion, reasons });
}

/** An ECMAScript expression as one of our values: a literal where it is one. */
export function expressionParameter(code: string, { conversion, reasons }: Reading): Parameter | undefined {
  const literal = literalOf(code);
  if (literal !== undefined) return literal;
  const translated = translateCode('expression', code, conversion.names);
  if ('problem' in translated) {
    reasons.push(`${shortened(code)}: ${translated.problem}`);
    return undefined;
  }
  reasons.push(...translated.assumptions);
  return { js: translated.js };
}

/** The beginning of a text, for a sentence. */
export function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `"${line.length > 80 ? `${line.slice(0, 79).toWellFormed()}…` : line}"`;
}
