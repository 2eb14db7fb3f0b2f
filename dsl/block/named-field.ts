import { parameter } from '../document/parameter.ts';
import { nameSchema } from '../document/strategy.ts';
import type { Reference } from './block.ts';
import type { Editor } from './editor.ts';

/** A setting that names something of the process or its surroundings: a name from a picker, or an expression. */
export function namedField(editor: Editor, title: string, description: string) {
  return parameter(nameSchema).meta({ title, description, editor });
}

/** The use of a name in a setting; expressions and empty settings yield none, since only literals can be followed. */
export function namedReference(
  kind: Reference['kind'],
  value: unknown,
  ...path: readonly (string | number)[]
): readonly Reference[] {
  return typeof value === 'string' ? [{ kind, name: value, path }] : [];
}
