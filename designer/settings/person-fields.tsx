import { MultiSelect, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type Role, roleSchema } from '#dsl/protocol/me.ts';
import { FieldRow, FormPart } from '../kit/form/form-part.tsx';
import { people as t } from '../kit/messages/en/people.ts';
import { shell } from '../kit/messages/en/shell.ts';
import { CapacityField } from './capacity-field.tsx';
import type { PersonFieldsProps } from './person-draft.ts';
import { groupsQuery } from './settings-queries.ts';
import { SkillsField } from './skills-field.tsx';

/** Everything that is kept of somebody inside. */
export function PersonFields(props: PersonFieldsProps) {
  const { draft, problems, onChange, disabled } = props;
  const text = (key: 'firstName' | 'lastName' | 'userName' | 'email', hint?: string): ReactNode => (
    <TextInput
      label={t[key]}
      description={hint}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      value={draft[key]}
      error={problems[key]}
      onChange={(event) => onChange({ [key]: event.currentTarget.value })}
      autoComplete="off"
      {...(key === 'userName' && { required: true, withAsterisk: false, autoCapitalize: 'none', spellCheck: false })}
    />
  );
  return (
    <>
      <FormPart title={t.parts.who} disabled={disabled}>
        <FieldRow>
          {text('firstName')}
          {text('lastName')}
        </FieldRow>
        {text('email')}
      </FormPart>
      <FormPart title={t.parts.account} disabled={disabled}>
        {text('userName', t.userNameHint)}
        <Select
          label={t.role}
          description={t.roleHelp[draft.role]}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          data={roleSchema.options.map((role) => ({ value: role, label: shell.role[role] }))}
          value={draft.role}
          allowDeselect={false}
          onChange={(role) => onChange({ role: role as Role })}
        />
        <Switch
          label={t.enabled}
          description={t.enabledHint}
          checked={draft.enabled}
          onChange={(event) => onChange({ enabled: event.currentTarget.checked })}
        />
      </FormPart>
      <FormPart title={t.parts.work} disabled={disabled}>
        <Groups {...props} />
      </FormPart>
      <FormPart title={t.parts.skills} disabled={disabled}>
        <SkillsField {...props} />
      </FormPart>
      <FormPart title={t.parts.capacity} disabled={disabled}>
        <CapacityField {...props} />
      </FormPart>
      <FormPart title={t.parts.signature} disabled={disabled}>
        <Textarea
          aria-label={t.signature}
          description={t.signatureHint}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={draft.signature}
          error={problems['signature']}
          onChange={(event) => onChange({ signature: event.currentTarget.value })}
          autosize
          minRows={3}
          maxRows={10}
        />
      </FormPart>
    </>
  );
}

function Groups({ draft, problems, onChange, disabled }: PersonFieldsProps) {
  const groups = useQuery(groupsQuery);
  const names = groups.data?.map(({ name }) => name) ?? draft.groups;
  return (
    <MultiSelect
      label={t.groups}
      description={names.length === 0 ? t.groupsNone : t.groupsHint}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      data={[...names]}
      value={draft.groups}
      error={problems['groups']}
      onChange={(chosen) => onChange({ groups: chosen })}
      disabled={disabled}
      searchable
      limit={100}
      {...(draft.groups.length === 0 && { placeholder: t.groupsPick })}
    />
  );
}
