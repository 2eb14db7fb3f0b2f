import { z } from 'zod';
import { definitionOf } from '../check/schema-at.ts';

type Json = z.core.util.JSONType;

/**
 * The plainest value a schema accepts: false, 0, the first of several forms, no members. What stands in for an answer
 * nobody gave, so that any block can be tried before anything is configured.
 */
export function sampleValue(schema: z.ZodType): Json {
  const plain = sampleOf(schema);
  return schema.safeParse(plain).success ? plain : {};
}

/** More than this nobody looks through. */
const mostSamples = 12;

/**
 * Values a schema accepts that differ in what matters to a strategy: each of several forms, each truth value turned on, each
 * list with one member, each choice. The plainest comes first.
 */
export function sampleValues(schema: z.ZodType): Json[] {
  const all = variantsOf(schema).filter((value) => schema.safeParse(value).success);
  const distinct = new Map(all.map((value) => [JSON.stringify(value), value]));
  return [...distinct.values()].slice(0, mostSamples);
}

function variantsOf(schema: z.core.$ZodType): Json[] {
  const { type, shape, options, element } = definitionOf(schema);
  if (type === 'union') return (options ?? []).flatMap(variantsOf);
  if (type === 'boolean') return [false, true];
  if (type === 'array') return element === undefined ? [[]] : [[], [sampleOf(element)]];
  if (type === 'enum' && 'options' in schema && Array.isArray(schema.options)) return schema.options as Json[];
  const plain = sampleOf(schema);
  if (type !== 'object' || typeof plain !== 'object' || plain === null || Array.isArray(plain)) return [plain];
  const changed = Object.entries(shape ?? {})
    .filter(([key]) => key in plain)
    .flatMap(([key, member]) => variantsOf(member).map((value) => ({ ...plain, [key]: value })));
  return [plain, ...changed];
}

function sampleOf(schema: z.core.$ZodType): Json {
  const { type, shape, options } = definitionOf(schema);
  switch (type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(shape ?? {})
          .filter(([, member]) => !z.safeParse(member, undefined).success)
          .map(([key, member]) => [key, sampleOf(member)]),
      );
    case 'union':
      return options?.[0] === undefined ? null : sampleOf(options[0]);
    case 'array':
      return [];
    case 'record':
      return {};
    default:
      return sampleScalar(schema);
  }
}

/** The first of the usual scalars that fits; formats such as a time or an address among them. */
function sampleScalar(schema: z.core.$ZodType): Json {
  const candidates: Json[] = [
    'example',
    false,
    0,
    1,
    null,
    'example@example.com',
    '2027-01-04T08:00:00Z',
    'https://example.com/',
  ];
  const allowed: unknown[] = 'options' in schema && Array.isArray(schema.options) ? schema.options : [];
  const literal: unknown[] = 'values' in schema && schema.values instanceof Set ? [...schema.values] : [];
  const all = [...(allowed as Json[]), ...(literal as Json[]), ...candidates];
  return all.find((one) => z.safeParse(schema, one).success) ?? null;
}
