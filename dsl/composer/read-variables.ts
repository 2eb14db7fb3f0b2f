import type { z } from 'zod';
import type { Variable, variableTypeSchema } from '../document/strategy.ts';
import { isBlank, isSecretName } from './secret-texts.ts';
import { literalOf } from './translate-code.ts';
import { attributeOf, childrenNamed, type XmlElement } from './xml-element.ts';

/** A variable as a Composer file declares it. */
export interface SourceVariable {
  readonly name: string;
  readonly variable: Variable;
  /** Its first value where that is an expression, to be worked out when the strategy begins. */
  readonly initial?: string;
  /** True when its value is a secret by the look of its name, and was left out. */
  readonly isSecret?: true;
}

/** Says that the values of these variables were left out. */
export function secretRemark(names: readonly string[]): string {
  return `What "${names.join('", "')}" holds is a secret by the look of its name; it was left out. Keep it under Settings, Secrets.`;
}

/** The variables of an Entry block or of the project; the system's own are left out, since expressions bring them when they use them. */
export function readVariables(element: XmlElement): SourceVariable[] {
  return childrenNamed(element, 'variables').flatMap((row) => {
    const name = attributeOf(row, 'name')?.trim() ?? '';
    const kind = row.attributes.get('type') ?? '';
    if (name === '' || kind === 'System' || name.startsWith('system.')) return [];
    return [readVariable(row, name, kind)];
  });
}

function readVariable(row: XmlElement, name: string, kind: string): SourceVariable {
  const value = attributeOf(row, 'value')?.trim() ?? '';
  const described = attributeOf(row, 'description')?.trim() ?? '';
  const frame = {
    direction: /^input/i.test(kind) ? ('in' as const) : ('local' as const),
    // what Composer fills in for a description that nobody wrote
    ...(described === '' || /^enter description$/i.test(described) ? {} : { description: described }),
  };
  const empty = emptyOf(value);
  if (empty !== undefined) return { name, variable: { ...frame, ...empty } };
  const literal = value === '' ? null : literalOf(value);
  if (isSecretName(name) && typeof literal === 'string' && !isBlank(literal)) {
    return { name, variable: { ...frame, type: 'string' }, isSecret: true };
  }
  if (literal === undefined) return { name, variable: { ...frame, type: 'string' }, initial: value };
  return { name, variable: { ...frame, type: typeFor(literal), ...(literal === null ? {} : { default: literal }) } };
}

function emptyOf(value: string): Pick<Variable, 'type' | 'default'> | undefined {
  if (/^(?:new\s+Object\(\s*\)|\{\s*\});?$/.test(value)) return { type: 'object', default: {} };
  if (/^(?:new\s+Array\(\s*\)|\[\s*\]);?$/.test(value)) return { type: 'list', default: [] };
  return undefined;
}

function typeFor(literal: string | number | boolean | null): z.infer<typeof variableTypeSchema> {
  if (typeof literal === 'number') return Number.isInteger(literal) ? 'integer' : 'number';
  return typeof literal === 'boolean' ? 'boolean' : 'string';
}
