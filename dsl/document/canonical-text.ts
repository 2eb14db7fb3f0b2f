import type { z } from 'zod';
import { blockByType } from '../blocks/index.ts';
import { businessProcessSchema } from './business-process.ts';
import { bundleSchema } from './bundle.ts';
import { isDeepEqual } from './is-deep-equal.ts';
import { layoutSchema } from './layout.ts';
import { blockInstanceSchema } from './strategy.ts';

interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly innerType?: z.core.$ZodType;
  readonly valueType?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly getter?: () => z.core.$ZodType;
  readonly defaultValue?: unknown;
}

/**
 * A process as text, always the same bytes for the same document: fields in the order of the schema, names sorted,
 * defaults of the frame left out, two blanks, one newline at the end. Settings of blocks stay as their author wrote them.
 * A draft that does not fit the schema is written too; what is foreign in it comes last, sorted.
 */
export function canonicalText(process: unknown): string {
  return textOf(businessProcessSchema, process);
}

/** A layout as text, by the same rules. */
export function canonicalLayoutText(layout: unknown): string {
  return textOf(layoutSchema, layout);
}

/** A bundle as text, by the same rules. */
export function canonicalBundleText(bundle: unknown): string {
  return textOf(bundleSchema, bundle);
}

function textOf(schema: z.core.$ZodType, value: unknown): string {
  return `${JSON.stringify(ordered(schema, value), null, 2) ?? 'null'}\n`;
}

/** What parsing would fill in is left out of the frame, and kept in settings of blocks: those are written back as they are. */
function ordered(schema: z.core.$ZodType | undefined, value: unknown, keepsDefaults = false): unknown {
  const inner = schema === undefined ? undefined : unwrapped(schema, value);
  const definition = inner === undefined ? undefined : definitionOf(inner);
  if (Array.isArray(value)) return value.map((member) => ordered(definition?.element, member, keepsDefaults));
  if (typeof value !== 'object' || value === null) return value;
  if (inner === blockInstanceSchema) return orderedBlock(value);
  if (inner === bundleSchema.shape.process) return ordered(businessProcessSchema, value);
  const shape = definition?.shape;
  if (shape === undefined) return members(value, sortedKeys(value), () => definition?.valueType, keepsDefaults);
  const schemaOf = (key: string) => (Object.hasOwn(shape, key) ? shape[key] : undefined);
  return members(value, inOrder(value, Object.keys(shape)), schemaOf, keepsDefaults);
}

/** The settings of a block are ordered by the schema of its type, its ports as the block has them. */
function orderedBlock(instance: object): unknown {
  const type = 'type' in instance && typeof instance.type === 'string' ? instance.type : '';
  const block = blockByType(type);
  const config = block?.config.safeParse('config' in instance ? instance.config : {});
  const ports = config?.success === true ? (block?.ports(config.data) ?? []).map(({ name }) => name) : [];
  const { shape } = blockInstanceSchema;
  const written = members(instance, inOrder(instance, Object.keys(shape)), (key) =>
    // a foreign field may be called __proto__
    key === 'config' || !Object.hasOwn(shape, key) ? undefined : shape[key as keyof typeof shape],
  );
  if ('config' in written) {
    const settings = ordered(block?.config, written.config, true);
    if (isDeepEqual(settings, {})) delete written.config;
    else written.config = settings;
  }
  if (typeof written.ports === 'object' && written.ports !== null) {
    written.ports = members(written.ports, inOrder(written.ports, ports), () => undefined);
  }
  return written;
}

function members(
  value: object,
  keys: readonly string[],
  schemaOf: (key: string) => z.core.$ZodType | undefined,
  keepsDefaults = false,
): Record<string, unknown> {
  const entries = keys.flatMap((key): [string, unknown][] => {
    const member: unknown = value[key as keyof typeof value];
    const schema = schemaOf(key);
    if (member === undefined || (!keepsDefaults && schema !== undefined && isDefault(schema, member))) return [];
    return [[key, ordered(schema, member, keepsDefaults)]];
  });
  return Object.fromEntries(entries);
}

/** True for what reading would fill in. A prefault is filled in before reading, so its read form counts. */
function isDefault(schema: z.core.$ZodType, value: unknown): boolean {
  const definition = definitionOf(schema);
  if (definition.type !== 'default' && definition.type !== 'prefault') return false;
  const { defaultValue, innerType } = definition;
  return isDeepEqual(ordered(innerType, value), ordered(innerType, defaultValue));
}

function unwrapped(schema: z.core.$ZodType, value: unknown): z.core.$ZodType | undefined {
  const { innerType, getter, options } = definitionOf(schema);
  if (options !== undefined) {
    const option = options.find((one) => (one as z.ZodType).safeParse(value).success);
    return option === undefined ? undefined : unwrapped(option, value);
  }
  const inner = innerType ?? getter?.();
  return inner === undefined ? schema : unwrapped(inner, value);
}

function definitionOf(schema: z.core.$ZodType): Definition {
  return schema._zod.def as unknown as Definition;
}

function inOrder(value: object, first: readonly string[]): string[] {
  const known = first.filter((key) => Object.hasOwn(value, key));
  return [...known, ...sortedKeys(value).filter((key) => !known.includes(key))];
}

function sortedKeys(value: object): string[] {
  return Object.keys(value).toSorted();
}
