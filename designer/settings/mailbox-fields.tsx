import type { ReactNode } from 'react';
import { FieldRow, FormPart } from '../kit/form/form-part.tsx';
import type { FieldSpec } from '../kit/form/field-specs.ts';
import type { FieldProblems } from '../kit/form/issue-words.ts';
import { SchemaField, type SchemaFieldProps } from '../kit/form/schema-field.tsx';
import { settings } from '../kit/messages/en/settings.ts';
import { type MailboxDraft, mailboxFields, withConsequences } from './mailbox-draft.ts';
import { useEndpoints } from './settings-queries.ts';

const t = settings.mailboxes;

/** The fields of a mailbox in the order people think of them; `children` stand where the connection can be tried. */
export function MailboxFields(props: {
  readonly draft: MailboxDraft;
  readonly problems: FieldProblems;
  readonly onChange: (change: MailboxDraft) => void;
  /** The name is the key of what is kept. */
  readonly isKept: boolean;
  readonly hasPassword: boolean;
  readonly children: ReactNode;
}) {
  const { draft, problems, onChange } = props;
  const endpoints = useEndpoints('email');
  const isImap = draft['protocol'] === 'imap';
  const field = (key: string, more: Partial<SchemaFieldProps> = {}): ReactNode => {
    const spec = specOf(key, isImap);
    if (spec === undefined) return null;
    return (
      <SchemaField
        spec={spec}
        value={draft[key]}
        problem={problems[key]}
        onChange={(value) => onChange(withConsequences(draft, { [key]: value }))}
        {...more}
      />
    );
  };
  return (
    <>
      <FormPart title={t.parts.what}>
        {!props.isKept && field('name')}
        {field('address')}
        {field('endpoint', {
          as: 'suggestions',
          suggestions: endpoints,
          ...(endpoints.length === 0 && { hint: t.endpointNone }),
        })}
        {field('enabled')}
      </FormPart>
      <FormPart title={t.parts.server}>
        <FieldRow>
          {field('protocol')}
          {field('security')}
        </FieldRow>
        <FieldRow wide>
          {field('host')}
          {field('port')}
        </FieldRow>
        <FieldRow>
          {field('user')}
          {field('password', { as: 'password', ...(props.hasPassword && { placeholder: t.passwordKept }) })}
        </FieldRow>
        {props.children}
      </FormPart>
      <FormPart title={t.parts.fetching}>
        {isImap && field('folder')}
        {field('afterFetch')}
        {draft['afterFetch'] === 'move' && field('moveTo')}
        {field('pollSeconds')}
      </FormPart>
      <FormPart title={t.parts.trust}>
        {field('caPem', { as: 'lines', placeholder: '-----BEGIN CERTIFICATE-----' })}
        {field('allowInsecure')}
      </FormPart>
    </>
  );
}

/** POP3 knows no folders to move mail to. */
function specOf(key: string, isImap: boolean): FieldSpec | undefined {
  const spec = mailboxFields[key];
  if (spec === undefined || isImap || key !== 'afterFetch') return spec;
  return { ...spec, options: (spec.options ?? []).filter((option) => option !== 'move') };
}
