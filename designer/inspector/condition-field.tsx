import { lazy, Suspense } from 'react';
import type { Condition } from '#dsl/condition/condition.ts';
import { conditionToJs } from '#dsl/condition/condition-to-js.ts';
import { fieldToJs } from '#dsl/compile/field-to-js.ts';
import { isExpression } from '#dsl/document/parameter.ts';
import { Loading } from '../kit/loading.tsx';
import { ExpressionField } from './expression-field.tsx';
import { FieldFrame } from './field-frame.tsx';
import { type FieldProps, problemText } from './field-props.ts';

const ConditionBuilder = lazy(() =>
  import('./condition-builder.tsx').then((loaded) => ({ default: loaded.ConditionBuilder })),
);

const always: Condition = { combinator: 'and', rules: [] };

/** A condition: rules from the builder, or an expression where one may stand. Rules turn into the same expression. */
export function ConditionField(props: FieldProps) {
  const { field, value, onChange } = props;
  const isWritten = isExpression(value);
  const condition = isCondition(value) ? value : always;
  const toggle = (): void =>
    onChange(isWritten ? always : { js: condition.rules.length === 0 ? 'true' : conditionToJs(condition, fieldToJs) });
  return (
    <FieldFrame
      field={field}
      error={problemText(props.problems)}
      isExpression={isWritten}
      {...(field.isParameter && { onSwitch: toggle })}
    >
      {isWritten ? (
        <ExpressionField label={field.title} value={value.js} onChange={(js) => onChange({ js })} />
      ) : (
        <Suspense fallback={<Loading />}>
          <ConditionBuilder condition={condition} onChange={onChange} />
        </Suspense>
      )}
    </FieldFrame>
  );
}

function isCondition(value: unknown): value is Condition {
  return typeof value === 'object' && value !== null && 'rules' in value && Array.isArray(value.rules);
}
