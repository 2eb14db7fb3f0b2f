import { useMemo, useRef } from 'react';
import { MarkedText, type MarkedTextHandle } from '../../kit/form/marked-text.tsx';
import { knowledge } from '../../kit/messages/en/knowledge.ts';
import { FieldCodePicker } from './field-code-picker.tsx';
import { lineAndCharacter, readTemplate } from './template-problems.ts';

const t = knowledge.responses;

/** A plain text with field codes: they stand out, faults are told at their character, and a picker puts new ones in. */
export function TemplateField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly disabled: boolean;
  readonly isLine?: boolean;
  readonly hint?: string;
  readonly error?: string | undefined;
}) {
  const { label, value, disabled } = props;
  const field = useRef<MarkedTextHandle>(null);
  const { marks, problems } = useMemo(() => readTemplate(value), [value]);
  return (
    <MarkedText
      label={label}
      value={value}
      onChange={props.onChange}
      disabled={disabled}
      handle={field}
      marks={marks}
      problems={problems}
      placeOf={(at) => {
        const { line, character } = lineAndCharacter(value, at);
        return t.at(line, character);
      }}
      error={props.error}
      rows={props.isLine === true ? 1 : 12}
      isLine={props.isLine === true}
      {...(props.hint !== undefined && { hint: props.hint })}
      {...(!disabled && {
        aside: <FieldCodePicker where={label} onPick={({ text, select }) => field.current?.insert(text, select)} />,
      })}
    />
  );
}
