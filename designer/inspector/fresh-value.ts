import type { FieldShape } from './form-field.ts';

/** A first value for a field, which a person then changes. */
export function freshValue(shape: FieldShape): unknown {
  switch (shape.kind) {
    case 'text':
    case 'scalar':
      return '';
    case 'boolean':
      return false;
    case 'number':
      return shape.minimum ?? 0;
    case 'choice':
      return shape.options[0] ?? '';
    case 'list':
      return [];
    case 'record':
      return {};
    case 'condition':
      return { combinator: 'and', rules: [] };
    case 'fields':
      return Object.fromEntries(
        shape.fields.filter((field) => field.isRequired).map((field) => [field.key, freshValue(field.shape)]),
      );
    case 'variants':
      return freshValue(shape.variants[0]?.shape ?? { kind: 'text' });
  }
}

/** A further row for a list, unlike those that are there: numbers at the end of its texts count on. */
export function furtherRow(model: unknown, rows: readonly unknown[]): unknown {
  if (typeof model !== 'object' || model === null) return model;
  const taken = new Set(rows.map((row) => JSON.stringify(row)));
  for (let number = rows.length + 1; ; number += 1) {
    const next = Object.fromEntries(
      Object.entries(model).map(([key, value]) => [
        key,
        typeof value === 'string' ? value.replace(/\d+$/, String(number)) : value,
      ]),
    );
    if (!taken.has(JSON.stringify(next)) || JSON.stringify(next) === JSON.stringify(model)) return next;
  }
}
