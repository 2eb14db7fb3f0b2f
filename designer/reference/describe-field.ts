import type { FieldShape, FormField } from '../inspector/form-field.ts';
import { reference as t } from '../kit/messages/en/reference.ts';

/** What a setting takes, in words: 'number from 0, in s, or an expression; 60 when left out'. */
export function describeField(field: FormField): string {
  const kind = describeShape(field.shape);
  const unit = field.unit === undefined ? '' : t.inUnit(field.unit);
  const expression = field.isParameter ? t.orExpression : '';
  const { defaultValue } = field;
  const left =
    defaultValue === undefined
      ? field.isRequired
        ? t.required
        : ''
      : typeof defaultValue === 'object'
        ? t.emptyByDefault
        : t.byDefault(JSON.stringify(defaultValue));
  return `${kind}${unit}${expression}${left}`;
}

function describeShape(shape: FieldShape): string {
  switch (shape.kind) {
    case 'number':
      return t.number(shape.isInteger, shape.minimum, shape.maximum);
    case 'choice':
      return shape.options.join(' | ');
    case 'list':
      return t.list(describeShape(shape.item.shape));
    case 'record':
      return t.record(describeShape(shape.item.shape));
    case 'variants':
      return shape.variants.map((variant) => variant.title.toLowerCase()).join(' | ');
    case 'fields':
      return shape.fields.map((field) => field.title.toLowerCase()).join(', ');
    case 'text':
    case 'boolean':
    case 'scalar':
    case 'condition':
      return t.kinds[shape.kind];
  }
}
