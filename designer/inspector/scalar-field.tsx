import { Group, NativeSelect, NumberInput, Switch, TextInput } from '@mantine/core';
import { inspector as t } from '../kit/messages/en/inspector.ts';
import type { FieldProps } from './field-props.ts';

const kinds = ['text', 'number', 'boolean', 'nothing'] as const;
type Kind = (typeof kinds)[number];

const first: Readonly<Record<Kind, unknown>> = { text: '', number: 0, boolean: true, nothing: null };

/** A text, a number, yes or no, or nothing: the value with its kind beside it. */
export function ScalarField(props: FieldProps) {
  const { field, value, onChange } = props;
  const kind = kindOf(value);
  const name = { 'aria-label': field.title, style: { flex: 1 }, error: props.problems.length > 0 };
  return (
    <Group gap={6} wrap="nowrap">
      {kind === 'text' && (
        <TextInput
          {...name}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
      {kind === 'number' && (
        <NumberInput
          {...name}
          value={typeof value === 'number' ? value : ''}
          hideControls
          onChange={(next) => onChange(Number(next))}
        />
      )}
      {kind === 'boolean' && (
        <Switch
          {...name}
          label={value === true ? t.yes : t.no}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      )}
      {kind === 'nothing' && <TextInput {...name} readOnly value="" placeholder={t.scalarKinds.nothing} />}
      <NativeSelect
        aria-label={t.kindOf(field.title)}
        size="xs"
        w={86}
        data={kinds.map((value) => ({ value, label: t.scalarKinds[value] }))}
        value={kind}
        onChange={(event) => onChange(first[event.currentTarget.value as Kind])}
      />
    </Group>
  );
}

function kindOf(value: unknown): Kind {
  if (value === null) return 'nothing';
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'boolean' : 'text';
}
