import { z } from 'zod';
import { spoken } from '../messages/spoken.ts';

/** What a form needs to know of a field, read from its schema. */
export interface FieldSpec {
  readonly key: string;
  readonly kind: 'text' | 'number' | 'switch' | 'choice';
  readonly label: string;
  readonly hint?: string;
  /** Unit shown beside the number. */
  readonly unit?: string;
  readonly example?: string;
  /** What the schema puts in when nothing is given. */
  readonly initial?: unknown;
  readonly isRequired: boolean;
  readonly min?: number;
  readonly max?: number;
  /** Longest text, in characters. */
  readonly longest?: number;
  readonly options?: readonly string[];
}

/** The fields of an object's schema that a form can show as one input each, by key; others are left out. */
export function fieldSpecs(shape: z.ZodRawShape): Readonly<Record<string, FieldSpec>> {
  return Object.fromEntries(
    Object.entries(shape).flatMap(([key, schema]) => {
      const spec = fieldSpec(key, schema as z.ZodType);
      return spec === undefined ? [] : [[key, spec]];
    }),
  );
}

interface Layers {
  readonly inner: z.ZodType;
  readonly meta: z.core.GlobalMeta;
  readonly initial: unknown;
  readonly isRequired: boolean;
}

function fieldSpec(key: string, schema: z.ZodType): FieldSpec | undefined {
  const { inner, meta, initial, isRequired } = unwrap(schema);
  const form = formOf(inner);
  if (form === undefined) return undefined;
  const { label, unit } = labelOf(meta.title ?? key, form.kind);
  const said = meta.unit ?? unit;
  const example = meta['examples'] instanceof Array ? String(meta['examples'][0]) : undefined;
  return {
    key,
    label: spoken(label),
    isRequired,
    ...form,
    ...(meta.description !== undefined && { hint: spoken(meta.description) }),
    ...(said !== undefined && { unit: spoken(said) }),
    ...(example !== undefined && { example }),
    ...(initial !== undefined && { initial }),
  };
}

/** What lies around the type: defaults, whether it may be left out, and the words of whichever layer has some. */
function unwrap(schema: z.ZodType): Layers {
  const own = schema.meta() ?? {};
  if (schema instanceof z.ZodOptional) {
    const layers = unwrap(schema.unwrap() as z.ZodType);
    return { ...layers, meta: { ...layers.meta, ...own }, isRequired: false };
  }
  if (schema instanceof z.ZodDefault) {
    const layers = unwrap(schema.unwrap() as z.ZodType);
    return { ...layers, meta: { ...layers.meta, ...own }, initial: schema.def.defaultValue };
  }
  return { inner: schema, meta: own, initial: undefined, isRequired: true };
}

type Form = Pick<FieldSpec, 'kind' | 'min' | 'max' | 'longest' | 'options'>;

function formOf(schema: z.ZodType): Form | undefined {
  if (schema instanceof z.ZodEnum) return { kind: 'choice', options: schema.options.map(String) };
  if (schema instanceof z.ZodBoolean) return { kind: 'switch' };
  if (schema instanceof z.ZodNumber) {
    const { minValue, maxValue } = schema;
    return { kind: 'number', ...bounds(minValue, maxValue) };
  }
  if (schema instanceof z.ZodString) {
    return { kind: 'text', ...(schema.maxLength !== null && { longest: schema.maxLength }) };
  }
  return undefined;
}

// a whole number is bounded by what numbers can hold, which says nothing to people
function bounds(min: number | null, max: number | null): Pick<FieldSpec, 'min' | 'max'> {
  return {
    ...(min !== null && min > Number.MIN_SAFE_INTEGER && { min }),
    ...(max !== null && max < Number.MAX_SAFE_INTEGER && { max }),
  };
}

/** `Look every (seconds)` is a label and a unit. */
function labelOf(title: string, kind: FieldSpec['kind']): { label: string; unit?: string } {
  const parts = kind === 'number' ? /^(.+) \((.+)\)$/.exec(title) : null;
  const [, label, unit] = parts ?? [];
  return label !== undefined && unit !== undefined ? { label, unit } : { label: title };
}
