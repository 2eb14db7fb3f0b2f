import { isExpression } from '#dsl/document/parameter.ts';
import { ConditionField } from './condition-field.tsx';
import { ExpressionField } from './expression-field.tsx';
import { type FieldProps, problemText } from './field-props.ts';
import { FieldFrame } from './field-frame.tsx';
import { LiteralField } from './literal-field.tsx';
import { RecordField } from './record-field.tsx';
import { RowsField } from './rows-field.tsx';
import { ScriptField } from './script-field.tsx';

/** The control for any field: chosen by its editor and its kind, with the switch to an expression where one may stand. */
export function DerivedField(props: FieldProps) {
  const { field, value, onChange } = props;
  const { shape } = field;
  if (shape.kind === 'condition') return <ConditionField {...props} />;
  if (field.editor === 'script') return <ScriptField {...props} />;
  if (shape.kind === 'list' && (shape.item.shape.kind === 'fields' || shape.item.shape.kind === 'variants')) {
    return <RowsField {...props} Field={DerivedField} />;
  }
  if (shape.kind === 'record') return <RecordField {...props} Field={DerivedField} />;
  if (!field.isParameter) {
    if (shape.kind !== 'scalar') return <LiteralField {...props} />;
    return (
      <FieldFrame field={field} error={problemText(props.problems)}>
        <LiteralField {...props} isBare />
      </FieldFrame>
    );
  }
  const isWritten = isExpression(value);
  return (
    <FieldFrame
      field={field}
      error={problemText(props.problems)}
      isExpression={isWritten}
      onSwitch={() => onChange(isWritten ? literalOf(value.js) : { js: sourceOf(value ?? field.defaultValue) })}
    >
      {isWritten ? (
        <ExpressionField label={field.title} value={value.js} onChange={(js) => onChange({ js })} />
      ) : (
        <LiteralField {...props} isBare />
      )}
    </FieldFrame>
  );
}

function sourceOf(value: unknown): string {
  return value === undefined || value === '' ? "''" : JSON.stringify(value);
}

// an expression that is a plain value goes back to that value; any other is left out
function literalOf(js: string): unknown {
  try {
    return JSON.parse(js.replace(/^'(.*)'$/, '"$1"'));
  } catch {
    return undefined;
  }
}
