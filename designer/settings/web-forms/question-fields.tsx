import { ActionIcon, Checkbox, Fieldset, Group, Select, Stack, TagsInput, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { type FormField, formFieldKindSchema, formFieldMeaningSchema } from '#dsl/model/web-form.ts';
import { FieldRow } from '../../kit/form/form-part.tsx';
import type { FieldProblems } from '../../kit/form/issue-words.ts';
import { webForms as t } from '../../kit/messages/en/web-forms.ts';

/** One question of a web form to change. */
export function QuestionFields(props: {
  readonly number: number;
  readonly field: FormField;
  readonly problems: FieldProblems;
  readonly disabled: boolean;
  readonly onChange: (change: Partial<FormField>) => void;
  readonly onRemove: () => void;
}) {
  const { number, field, problems, disabled, onChange } = props;
  const problem = (key: keyof FormField): string | undefined => problems[`fields.${number - 1}.${key}`];
  return (
    <Fieldset legend={t.question(number)} disabled={disabled}>
      <Stack gap="md">
        <FieldRow>
          <TextInput
            label={t.label}
            value={field.label}
            error={problem('label')}
            onChange={(event) => onChange({ label: event.currentTarget.value })}
          />
          <TextInput
            label={t.key}
            description={t.keyHint}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            value={field.key}
            error={problem('key')}
            spellCheck={false}
            onChange={(event) => onChange({ key: event.currentTarget.value })}
          />
        </FieldRow>
        <FieldRow>
          <Select
            label={t.fieldKind}
            value={field.kind}
            error={problem('kind')}
            data={formFieldKindSchema.options.map((value) => ({ value, label: t.kinds[value] }))}
            allowDeselect={false}
            onChange={(kind) => onChange({ kind: formFieldKindSchema.parse(kind) })}
          />
          <Select
            label={t.meaning}
            value={field.meaning}
            data={formFieldMeaningSchema.options.map((value) => ({ value, label: t.meanings[value] }))}
            allowDeselect={false}
            onChange={(meaning) => onChange({ meaning: formFieldMeaningSchema.parse(meaning) })}
          />
        </FieldRow>
        <KindFields field={field} problem={problem} onChange={onChange} />
        <Group justify="space-between">
          <Checkbox
            label={t.required}
            checked={field.required}
            onChange={(event) => onChange({ required: event.currentTarget.checked })}
          />
          <ActionIcon variant="subtle" color="red" aria-label={t.remove(field.label)} onClick={props.onRemove}>
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      </Stack>
    </Fieldset>
  );
}

function KindFields(props: {
  readonly field: FormField;
  readonly problem: (key: keyof FormField) => string | undefined;
  readonly onChange: (change: Partial<FormField>) => void;
}) {
  const { field, problem, onChange } = props;
  if (field.kind === 'choice')
    return (
      <TagsInput
        label={t.options}
        description={t.optionsHint}
        value={[...field.options]}
        error={problem('options')}
        onChange={(options) => onChange({ options })}
      />
    );
  if (field.kind === 'file' || field.kind === 'checkbox') return null;
  return (
    <TextInput
      label={t.pattern}
      description={t.patternHint}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      value={field.pattern ?? ''}
      error={problem('pattern')}
      spellCheck={false}
      onChange={(event) => onChange({ pattern: event.currentTarget.value || undefined })}
    />
  );
}
