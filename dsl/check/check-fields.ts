import { fieldRoots, splitField } from '../compile/field-to-js.ts';
import { contactProperties } from '../model/contact-property.ts';
import { interactionProperties, messageProperties } from '../model/interaction-property.ts';
import type { Diagnostic } from '../errors/diagnostic.ts';
import { suggestion } from '../errors/nearest.ts';
import { conditionFieldsOf } from './conditions-of.ts';
import { diagnosticAt } from './diagnostic-at.ts';
import type { ReadStrategy } from './read-strategy.ts';
import { variablesOf } from './variables-of.ts';

/** Every field that a strategy's conditions read exists; attached data may hold any key. */
export function checkFields(read: ReadStrategy): Diagnostic[] {
  const known: Readonly<Record<(typeof fieldRoots)[number], readonly string[] | undefined>> = {
    interaction: Object.keys({ ...interactionProperties, ...messageProperties }),
    contact: Object.keys(contactProperties),
    vars: Object.keys(variablesOf(read)),
    lastError: ['code', 'message', 'block'],
    data: undefined,
  };
  return [...read.blocks.values()].flatMap((block) =>
    conditionFieldsOf(block).flatMap(({ field, path }) => {
      const message = problemOf(field, known);
      if (message === undefined) return [];
      return [
        diagnosticAt(
          'error',
          'check/unknown-field',
          ['strategies', read.name, 'blocks', block.id, 'config', ...path],
          message,
        ),
      ];
    }),
  );
}

function problemOf(
  field: string,
  known: Readonly<Record<(typeof fieldRoots)[number], readonly string[] | undefined>>,
): string | undefined {
  const parts = splitField(field);
  if (parts === undefined) {
    const roots = fieldRoots.map((root) => `"${root}."`).join(', ');
    return `"${field}" is not a field; fields begin with one of ${roots}.`;
  }
  const names = known[parts.root];
  if (names === undefined || names.includes(parts.key)) return undefined;
  return `"${field}" is not a field; ${suggestion(
    field,
    names.map((name) => `${parts.root}.${name}`),
  )}`;
}
