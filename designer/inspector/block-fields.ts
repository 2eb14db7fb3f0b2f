import { z } from 'zod';
import { blockByType } from '#dsl/blocks/index.ts';
import { type FormField, formFields } from './form-field.ts';

const known = new Map<string, readonly FormField[]>();

/** The form of a block's settings, derived from its schema; empty for a type this version does not know. */
export function blockFields(type: string): readonly FormField[] {
  const fields = known.get(type);
  if (fields !== undefined) return fields;
  const block = blockByType(type);
  if (block === undefined) return [];
  const derived = formFields(z.toJSONSchema(block.config, { io: 'input', unrepresentable: 'any' }));
  known.set(type, derived);
  return derived;
}
