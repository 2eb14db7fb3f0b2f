import type { z } from 'zod';

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly innerType?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
}

/** A schema of plain JSON as a TypeScript type, on one line. What it cannot say (lengths, patterns) is left out. */
export function typeText(schema: z.core.$ZodType): string {
  const definition = schema._zod.def as unknown as Definition;
  const { type, shape, innerType, valueType, element, options } = definition;
  switch (type) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'null':
      return type;
    case 'int':
      return 'number';
    case 'literal':
      return (definition.values ?? []).map((value) => JSON.stringify(value)).join(' | ');
    case 'enum':
      return Object.values(definition.entries ?? {})
        .map((value) => JSON.stringify(value))
        .join(' | ');
    case 'array':
      return element === undefined ? 'unknown[]' : `Array<${typeText(element)}>`;
    case 'record':
      return valueType === undefined ? 'object' : `Record<string, ${typeText(valueType)}>`;
    case 'union':
      return [...new Set((options ?? []).map(typeText))].join(' | ');
    case 'object':
      return objectText(shape ?? {});
    case 'lazy':
      // any JSON: it contains itself, and a type on one line cannot
      return 'any';
    default:
      return innerType === undefined ? 'unknown' : typeText(innerType);
  }
}

function objectText(shape: Readonly<Record<string, z.core.$ZodType>>): string {
  const members = Object.entries(shape).map(([key, member]) => {
    const isOptional = ['optional', 'default', 'prefault'].includes(member._zod.def.type);
    return `${key}${isOptional ? '?' : ''}: ${typeText(member)}`;
  });
  return members.length === 0 ? '{}' : `{ ${members.join('; ')} }`;
}
