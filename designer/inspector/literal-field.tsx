import { MultiSelect, NumberInput, Select, Switch, TagsInput, Textarea, TextInput } from '@mantine/core';
import { inspector as t } from '../kit/messages/en/inspector.ts';
import { dressFor, placeholderFor } from './dress-for.ts';
import type { FieldProps } from './field-props.ts';
import type { FormField } from './form-field.ts';
import { useInspector } from './inspector-context.ts';
import { NameField } from './name-field.tsx';
import { NameListField } from './name-list-field.tsx';
import { ScalarField } from './scalar-field.tsx';
import { spoken } from '../kit/messages/spoken.ts';

/** The control for a plain value. `isBare` leaves label, hint and error to the frame around it. */
export function LiteralField(props: FieldProps & { readonly isBare?: boolean }) {
  const { field, value, onChange } = props;
  const { namesFor } = useInspector();
  const { shape } = field;
  const dress = dressFor(props);
  const text = typeof value === 'string' ? value : '';
  switch (shape.kind) {
    case 'number':
      return (
        <NumberInput
          {...dress}
          value={typeof value === 'number' ? value : ''}
          placeholder={placeholderFor(field)}
          suffix={field.unit === undefined ? '' : ` ${field.unit}`}
          allowDecimal={!shape.isInteger}
          clampBehavior="none"
          onChange={(next) => onChange(typeof next === 'number' ? next : undefined)}
        />
      );
    case 'boolean':
      return (
        <Switch
          {...dress}
          label={field.title}
          checked={typeof value === 'boolean' ? value : field.defaultValue === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      );
    case 'choice':
      return (
        <Select
          {...dress}
          data={shape.options.map((value) => ({ value, label: spoken(value) }))}
          value={typeof value === 'string' ? value : null}
          placeholder={placeholderFor(field)}
          allowDeselect={!field.isRequired}
          searchable={shape.options.length > 10}
          onChange={(next) => onChange(next ?? undefined)}
        />
      );
    case 'scalar':
      return <ScalarField {...props} />;
    case 'list':
      if (namesFor(shape.item.editor) !== undefined) return <NameListField {...props} />;
      if (shape.item.shape.kind === 'choice') {
        return (
          <MultiSelect
            {...dress}
            data={shape.item.shape.options.map((value) => ({ value, label: spoken(value) }))}
            value={Array.isArray(value) ? value.map(String) : []}
            onChange={(next) => onChange(next.length === 0 && !field.isRequired ? undefined : next)}
          />
        );
      }
      return (
        <TagsInput
          {...dress}
          value={Array.isArray(value) ? value.map(String) : []}
          placeholder={t.addByEnter}
          onChange={(next) => onChange(next.length === 0 ? undefined : next)}
        />
      );
    case 'text':
      if (namesFor(field.editor) !== undefined) return <NameField {...props} />;
      if (field.editor === 'text') {
        return (
          <Textarea
            {...dress}
            autosize
            minRows={2}
            maxRows={12}
            value={text}
            placeholder={placeholderFor(field)}
            onChange={(event) => onChange(emptyAsUnset(event.currentTarget.value, field))}
          />
        );
      }
      return (
        <TextInput
          {...dress}
          value={text}
          placeholder={placeholderFor(field)}
          onChange={(event) => onChange(emptyAsUnset(event.currentTarget.value, field))}
        />
      );
    // these have controls of their own, which `DerivedField` chooses before
    case 'condition':
    case 'fields':
    case 'record':
    case 'variants':
      return null;
  }
}

function emptyAsUnset(text: string, field: FormField): string | undefined {
  return text === '' && !field.isRequired ? undefined : text;
}
