import {
  Autocomplete,
  NumberInput,
  PasswordInput,
  SegmentedControl,
  Select,
  Switch,
  Text,
  Textarea,
  TextInput,
  Input,
} from '@mantine/core';
import { forms as t } from '../messages/en/forms.ts';
import type { FieldSpec } from './field-specs.ts';
import classes from './schema-field.module.css';

/** A field of a form with its value and what is wrong with it. */
export interface SchemaFieldProps {
  readonly spec: FieldSpec;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly problem?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** How a text is written where one line is not it: over several, hidden, or with suggestions. */
  readonly as?: 'lines' | 'password' | 'suggestions' | undefined;
  readonly suggestions?: readonly string[] | undefined;
  readonly placeholder?: string | undefined;
  /** Replaces the schema's hint. */
  readonly hint?: string | undefined;
}

/** The input that fits a field's schema: label above, hint, unit beside the number, what is wrong below in words. */
export function SchemaField(props: SchemaFieldProps) {
  switch (props.spec.kind) {
    case 'switch':
      return <SwitchField {...props} />;
    case 'choice':
      return <ChoiceField {...props} />;
    case 'number':
      return <NumberField {...props} />;
    case 'text':
      return <TextField {...props} />;
  }
}

function common({ spec, problem, disabled, hint = spec.hint }: SchemaFieldProps) {
  return {
    label: isOptional(spec) ? <OptionalLabel label={spec.label} /> : spec.label,
    description: hint,
    error: problem,
    disabled: disabled === true,
    required: spec.isRequired && spec.initial === undefined,
    withAsterisk: false,
    size: 'sm',
    name: spec.key,
    // the page's own words say what is missing, not the browser's
    inputWrapperOrder: ['label', 'input', 'error', 'description'] as ('label' | 'input' | 'description' | 'error')[],
  };
}

function isOptional(spec: FieldSpec): boolean {
  return !spec.isRequired && spec.initial === undefined;
}

/** Most fields are needed, so those that are not say so. */
function OptionalLabel({ label }: { readonly label: string }) {
  return (
    <>
      {label} <span className={classes.optional}>{t.optional}</span>
    </>
  );
}

function SwitchField(props: SchemaFieldProps) {
  const { spec, hint = spec.hint } = props;
  return (
    <Switch
      name={spec.key}
      label={spec.label}
      description={hint}
      error={props.problem}
      disabled={props.disabled === true}
      checked={(props.value ?? spec.initial) === true}
      onChange={(event) => props.onChange(event.currentTarget.checked)}
    />
  );
}

function ChoiceField(props: SchemaFieldProps) {
  const { spec, hint = spec.hint, problem } = props;
  const data = (spec.options ?? []).map((value) => ({ value, label: t.choices[value] ?? value }));
  const given = props.value ?? spec.initial;
  const value = typeof given === 'string' ? given : '';
  if (data.length > 3) {
    return <Select {...common(props)} data={data} value={value} onChange={props.onChange} allowDeselect={false} />;
  }
  return (
    <Input.Wrapper
      label={spec.label}
      labelElement="div"
      error={problem}
      description={hint}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      className={classes.choice ?? ''}
    >
      <SegmentedControl
        aria-label={spec.label}
        size="sm"
        data={data}
        value={value}
        onChange={props.onChange}
        disabled={props.disabled === true}
      />
    </Input.Wrapper>
  );
}

function NumberField(props: SchemaFieldProps) {
  const { spec } = props;
  return (
    <NumberInput
      {...common(props)}
      className={classes.number ?? ''}
      value={typeof props.value === 'number' ? props.value : ''}
      // a half-written number is no number yet; the schema then says so
      onChange={(value) => props.onChange(typeof value === 'number' ? value : undefined)}
      allowDecimal={false}
      clampBehavior="none"
      {...(spec.min !== undefined && { min: spec.min })}
      {...(spec.max !== undefined && { max: spec.max })}
      {...(spec.unit !== undefined && {
        rightSection: (
          <Text size="xs" className={classes.unit ?? ''}>
            {spec.unit}
          </Text>
        ),
        rightSectionWidth: spec.unit.length * 7 + 18,
        rightSectionPointerEvents: 'none',
      })}
    />
  );
}

function TextField(props: SchemaFieldProps) {
  const { spec, suggestions = [] } = props;
  const value = typeof props.value === 'string' ? props.value : '';
  const placeholder = props.placeholder ?? spec.example;
  const given = { ...common(props), value, ...(placeholder !== undefined && { placeholder }) };
  const typed = (event: { readonly currentTarget: { readonly value: string } }): void =>
    props.onChange(event.currentTarget.value);
  switch (props.as) {
    case 'lines':
      return <Textarea {...given} onChange={typed} autosize minRows={3} maxRows={12} spellCheck={false} />;
    case 'password':
      return <PasswordInput {...given} onChange={typed} autoComplete="new-password" />;
    case 'suggestions':
      return <Autocomplete {...given} onChange={props.onChange} data={[...suggestions]} />;
    case undefined:
      return <TextInput {...given} onChange={typed} autoComplete="off" />;
  }
}
