import type { z } from 'zod';

interface Definition {
  readonly type: string;
  readonly shape?: Record<string, z.core.$ZodType>;
  readonly innerType?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly getter?: () => z.core.$ZodType;
  readonly in?: z.core.$ZodType;
}

/** What a schema is made of, its wrappers (optional, default, lazy, pipe) taken off. */
export function definitionOf(schema: z.core.$ZodType): Definition {
  const definition = schema._zod.def as unknown as Definition;
  const inner = definition.innerType ?? definition.getter?.() ?? definition.in;
  return inner === undefined ? definition : definitionOf(inner);
}

/** Schemas that may stand at a path below a schema; several where a union leaves it open, none where nothing is foreseen. */
export function schemasAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): z.core.$ZodType[] {
  const [key, ...rest] = path;
  if (key === undefined) return [schema];
  const { type, shape, valueType, element, options } = definitionOf(schema);
  if (type === 'union') return (options ?? []).flatMap((option) => schemasAt(option, path));
  const next = type === 'object' ? shape?.[String(key)] : type === 'record' ? valueType : element;
  return next === undefined ? [] : schemasAt(next, rest);
}

/** Fields an object at that path may have. */
export function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  return [...new Set(schemasAt(schema, path).flatMap(keysOf))];
}

function keysOf(schema: z.core.$ZodType): string[] {
  const { shape, options } = definitionOf(schema);
  if (options !== undefined) return options.flatMap(keysOf);
  return shape === undefined ? [] : Object.keys(shape);
}
