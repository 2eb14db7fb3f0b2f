import { Checkbox, Group, Input, NumberInput, SegmentedControl, Switch, TagsInput, TextInput } from '@mantine/core';
import { FormPart } from '../../kit/form/form-part.tsx';
import type { FieldProblems } from '../../kit/form/issue-words.ts';
import { forms } from '../../kit/messages/en/forms.ts';
import { knowledge } from '../../kit/messages/en/knowledge.ts';
import { LanguageField } from '../language-field.tsx';
import { PatternField } from './pattern-field.tsx';
import type { RuleDraft } from './rule-draft.ts';

const t = knowledge.rules;
const parts = ['subject', 'body', 'header'] as const;

interface RuleFieldsProps {
  readonly draft: RuleDraft;
  readonly problems: FieldProblems;
  readonly onChange: (change: Partial<RuleDraft>) => void;
  readonly isKept: boolean;
  readonly disabled: boolean;
}

/** Everything that is kept of a screening rule. */
export function RuleFields(props: RuleFieldsProps) {
  const { draft, problems, onChange, disabled } = props;
  return (
    <>
      <FormPart title={t.parts.pattern} disabled={disabled}>
        {!props.isKept && (
          <TextInput
            label={knowledge.name}
            value={draft.name}
            error={problems['name']}
            required
            withAsterisk={false}
            onChange={(event) => onChange({ name: event.currentTarget.value })}
          />
        )}
        <PatternField
          value={draft.pattern}
          error={problems['pattern']}
          onChange={(pattern) => onChange({ pattern })}
          disabled={disabled}
        />
      </FormPart>
      <FormPart title={t.parts.fields} disabled={disabled}>
        <Parts {...props} />
      </FormPart>
      <FormPart title={t.parts.about} disabled={disabled}>
        <LanguageField
          value={draft.language}
          problem={problems['language']}
          onChange={(language) => onChange({ language })}
          disabled={disabled}
        />
        <NumberInput
          label={t.order}
          description={t.orderHint}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={draft.order ?? ''}
          error={problems['order']}
          onChange={(order) => onChange({ order: typeof order === 'number' ? order : undefined })}
          allowDecimal={false}
          maw={160}
        />
        <TagsInput
          label={t.categories}
          description={t.categoriesHint}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={[...draft.categories]}
          onChange={(categories) => onChange({ categories })}
          disabled={disabled}
        />
        <Switch
          label={t.enabled}
          description={t.enabledHint}
          checked={draft.enabled}
          onChange={(event) => onChange({ enabled: event.currentTarget.checked })}
        />
      </FormPart>
    </>
  );
}

function Parts({ draft, problems, onChange, disabled }: RuleFieldsProps) {
  const ticked = parts.filter((part) => draft.fields[part]);
  return (
    <>
      <Checkbox.Group
        label={t.fieldsLabel}
        value={ticked}
        error={problems['fields']}
        onChange={(chosen) =>
          onChange({
            fields: {
              subject: chosen.includes('subject'),
              body: chosen.includes('body'),
              header: chosen.includes('header'),
            },
          })
        }
      >
        <Group gap="lg" mt={6}>
          {parts.map((part) => (
            <Checkbox key={part} value={part} label={t.fields[part]} disabled={disabled} />
          ))}
        </Group>
      </Checkbox.Group>
      {ticked.length > 1 && (
        <div>
          <Input.Label labelElement="div">{t.join}</Input.Label>
          <SegmentedControl
            aria-label={t.join}
            value={draft.join}
            disabled={disabled}
            onChange={(join) => onChange({ join: join as RuleDraft['join'] })}
            data={(['or', 'and'] as const).map((value) => ({ value, label: forms.choices[value] ?? value }))}
          />
          <Input.Description mt={5}>{t.joinHint[draft.join]}</Input.Description>
        </div>
      )}
    </>
  );
}
