import type { z } from 'zod';
import type { Editor } from '#dsl/block/editor.ts';
import { spoken } from '../kit/messages/spoken.ts';

/** What kind of value a field holds, and so which control it gets. */
export type FieldShape =
  | { readonly kind: 'text' | 'boolean' | 'scalar' | 'condition' }
  | {
      readonly kind: 'number';
      readonly isInteger: boolean;
      readonly minimum: number | undefined;
      readonly maximum: number | undefined;
    }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'list' | 'record'; readonly item: FormField }
  | { readonly kind: 'fields'; readonly fields: readonly FormField[] }
  | { readonly kind: 'variants'; readonly variants: readonly FormField[] };

/** A field of a derived form. */
export interface FormField {
  readonly key: string;
  readonly title: string;
  readonly description: string | undefined;
  readonly unit: string | undefined;
  readonly editor: Editor | undefined;
  readonly isRequired: boolean;
  /** True when an expression may stand in place of a value. */
  readonly isParameter: boolean;
  readonly defaultValue: unknown;
  readonly shape: FieldShape;
}

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** The fields of a form for an object's JSON Schema, in its order; titles, hints, units and editors come from its metadata. */
export function formFields(schema: JsonSchema): FormField[] {
  return fieldsOf(schema, schema.$defs ?? {});
}

type Definitions = Readonly<Record<string, JsonSchema>>;

function fieldsOf(schema: JsonSchema, definitions: Definitions): FormField[] {
  return Object.entries(schema.properties ?? {}).map(([key, property]) =>
    readField(key, asSchema(property), (schema.required ?? []).includes(key), definitions),
  );
}

function readField(key: string, property: JsonSchema, isRequired: boolean, definitions: Definitions): FormField {
  const schema = resolved(property, definitions);
  const forms = (schema.anyOf ?? []).map((form) => resolved(asSchema(form), definitions));
  const literals = forms.filter((form) => !isExpressionSchema(form));
  const isParameter = literals.length < forms.length;
  const [only, ...others] = literals;
  const literal = only !== undefined && others.length === 0 ? only : { ...schema, anyOf: literals };
  const editor = textOf(schema, 'editor') as Editor | undefined;
  return {
    key,
    title: spokenOf(schema, 'title') ?? readable(key),
    description: spokenOf(schema, 'description'),
    unit: spokenOf(schema, 'unit'),
    editor,
    isRequired,
    isParameter,
    defaultValue: schema.default,
    shape: editor === 'condition' ? { kind: 'condition' } : shapeOf(forms.length === 0 ? schema : literal, definitions),
  };
}

function shapeOf(schema: JsonSchema, definitions: Definitions): FieldShape {
  const variants = (schema.anyOf ?? []).map((form) => resolved(asSchema(form), definitions));
  if (variants.length > 0) {
    if (!variants.every((variant) => variant.type === 'object')) return { kind: 'scalar' };
    return { kind: 'variants', variants: variants.map((variant) => readField('', variant, true, definitions)) };
  }
  if (schema.enum !== undefined) return { kind: 'choice', options: schema.enum.map(String) };
  switch (schema.type) {
    case 'number':
    case 'integer':
      return {
        kind: 'number',
        isInteger: schema.type === 'integer',
        minimum: bound(schema.minimum),
        maximum: bound(schema.maximum),
      };
    case 'boolean':
      return { kind: 'boolean' };
    case 'array':
      return { kind: 'list', item: readField('', asSchema(schema.items), true, definitions) };
    case 'object':
      if (schema.properties !== undefined) return { kind: 'fields', fields: fieldsOf(schema, definitions) };
      return { kind: 'record', item: readField('', asSchema(schema.additionalProperties), true, definitions) };
    case 'string':
      return { kind: 'text' };
    case 'null':
    case undefined:
      return { kind: 'scalar' };
  }
  // several types at once, as a list
  return { kind: 'scalar' };
}

function resolved(schema: JsonSchema, definitions: Definitions): JsonSchema {
  const name = schema.$ref?.replace('#/$defs/', '');
  const target = name === undefined ? undefined : definitions[name];
  return target === undefined ? schema : { ...target, ...schema };
}

function isExpressionSchema(schema: JsonSchema): boolean {
  const keys = Object.keys(schema.properties ?? {});
  return keys.length === 1 && keys[0] === 'js';
}

function asSchema(value: unknown): JsonSchema {
  const [first] = Array.isArray(value) ? (value as unknown[]) : [value];
  return typeof first === 'object' && first !== null ? (first as JsonSchema) : {};
}

function textOf(schema: JsonSchema, key: string): string | undefined {
  const value = (schema as Readonly<Record<string, unknown>>)[key];
  return typeof value === 'string' ? value : undefined;
}

function spokenOf(schema: JsonSchema, key: string): string | undefined {
  const text = textOf(schema, key);
  return text === undefined ? undefined : spoken(text);
}

// JSON Schema says "any whole number" by the largest safe ones
function bound(value: number | undefined): number | undefined {
  return value === undefined || Math.abs(value) >= Number.MAX_SAFE_INTEGER ? undefined : value;
}

function readable(key: string): string {
  const words = key.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`).trim();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
