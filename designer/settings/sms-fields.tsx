import type { ReactNode } from 'react';
import { FieldRow, FormPart } from '../kit/form/form-part.tsx';
import type { FieldProblems } from '../kit/form/issue-words.ts';
import { SchemaField, type SchemaFieldProps } from '../kit/form/schema-field.tsx';
import { sms as t } from '../kit/messages/en/sms.ts';
import { useEndpoints } from './settings-queries.ts';
import { type SmsDraft, smsFields } from './sms-draft.ts';

/** The fields of an SMS channel in the order people think of them; `children` stand where the connection can be tried. */
export function SmsFields(props: {
  readonly draft: SmsDraft;
  readonly problems: FieldProblems;
  readonly onChange: (change: SmsDraft) => void;
  /** The name is the key of what is kept. */
  readonly isKept: boolean;
  readonly hasPassword: boolean;
  readonly children: ReactNode;
}) {
  const { draft, problems, onChange } = props;
  const endpoints = useEndpoints('sms');
  const field = (key: string, more: Partial<SchemaFieldProps> = {}): ReactNode => {
    const spec = smsFields[key];
    if (spec === undefined) return null;
    const problem = problems[key] ?? (key === 'numbers' ? problems['numbers.0'] : undefined);
    return (
      <SchemaField
        spec={spec}
        value={draft[key]}
        problem={problem}
        onChange={(value) => onChange({ [key]: value })}
        {...more}
      />
    );
  };
  return (
    <>
      <FormPart title={t.parts.what}>
        {!props.isKept && field('name')}
        {field('numbers')}
        {field('endpoint', {
          as: 'suggestions',
          suggestions: endpoints,
          ...(endpoints.length === 0 && { hint: t.endpointNone }),
        })}
        {field('enabled')}
      </FormPart>
      <FormPart title={t.parts.centre}>
        <FieldRow wide>
          {field('host')}
          {field('port')}
        </FieldRow>
        <FieldRow>
          {field('security')}
          {field('bind')}
        </FieldRow>
        <FieldRow>
          {field('systemId')}
          {field('password', { as: 'password', ...(props.hasPassword && { placeholder: t.passwordKept }) })}
        </FieldRow>
        {field('systemType')}
        {props.children}
      </FormPart>
      <FormPart title={t.parts.sending}>
        {field('charset')}
        {field('receipts')}
        <FieldRow>
          {field('window')}
          {field('perSecond')}
        </FieldRow>
      </FormPart>
      {draft['security'] === 'tls' && (
        <FormPart title={t.parts.trust}>
          {field('caPem', { as: 'lines', placeholder: '-----BEGIN CERTIFICATE-----' })}
        </FormPart>
      )}
    </>
  );
}
