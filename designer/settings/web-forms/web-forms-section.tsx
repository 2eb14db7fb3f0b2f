import { Button, Text } from '@mantine/core';
import { IconForms, IconPlus } from '@tabler/icons-react';
import { type WebForm, webFormSchema } from '#dsl/model/web-form.ts';
import { FieldRow, FormPart } from '../../kit/form/form-part.tsx';
import { webForms as t } from '../../kit/messages/en/web-forms.ts';
import { spoken } from '../../kit/messages/spoken.ts';
import type { DocumentFieldsProps, DocumentKind } from '../../knowledge/documents/document-kind.ts';
import { DocumentSection } from '../../knowledge/documents/document-section.tsx';
import { NameFields } from '../../knowledge/documents/name-fields.tsx';
import { plainField } from '../services/schema-fields.tsx';
import { useEndpoints } from '../settings-queries.ts';
import { FormOnPage } from './form-on-page.tsx';
import { QuestionFields } from './question-fields.tsx';
import {
  freshWebForm,
  newField,
  webFormBody,
  type WebFormDraft,
  webFormDraft,
  webFormSpecs,
} from './web-form-draft.ts';

const sites = webFormSchema.shape.sites.meta() ?? {};
const specs = {
  ...webFormSpecs,
  sites: {
    key: 'sites',
    kind: 'text',
    label: spoken(sites.title ?? ''),
    hint: spoken(sites.description ?? ''),
    isRequired: false,
  },
} as const;

const kind: DocumentKind<WebForm, WebFormDraft> = {
  area: 'settings',
  section: 'web-forms',
  path: '/api/web-forms',
  texts: t,
  icon: IconForms,
  columns: [
    {
      key: 'name',
      label: t.columns.name,
      width: 'minmax(0, 1fr)',
      cell: ({ name }) => name,
      sortBy: ({ name }) => name,
    },
    {
      key: 'title',
      label: t.columns.title,
      width: 'minmax(0, 2fr)',
      from: 420,
      cell: ({ title }) => title,
      sortBy: ({ title }) => title,
    },
    {
      key: 'mailbox',
      label: t.columns.mailbox,
      width: 'minmax(0, 2fr)',
      from: 620,
      cell: ({ mailbox }) => mailbox,
      sortBy: ({ mailbox }) => mailbox,
    },
  ],
  subtitleOf: ({ title }) => title,
  line: webFormSchema,
  schema: webFormSchema,
  fresh: freshWebForm,
  draftOf: webFormDraft,
  bodyOf: webFormBody,
  Fields: WebFormFields,
};

/** Forms on pages of ours and others, whose messages enter like e-mail. */
export function WebFormsSection() {
  return <DocumentSection kind={kind} />;
}

function WebFormFields(props: DocumentFieldsProps<WebFormDraft>) {
  const { draft, problems, isKept } = props;
  const endpoints = useEndpoints('email');
  const field = plainField(specs, props);
  return (
    <>
      <FormPart title={t.parts.what}>
        <NameFields {...props} />
        {field('mailbox')}
        {field('endpoint', {
          as: 'suggestions',
          suggestions: endpoints,
          ...(endpoints.length === 0 && { hint: t.endpointNone }),
        })}
        {field('enabled')}
      </FormPart>
      <FormPart title={t.parts.texts}>
        {field('title')}
        {field('intro', { as: 'lines' })}
        {field('button')}
        {field('thanks', { as: 'lines' })}
      </FormPart>
      <Questions {...props} />
      <FormPart title={t.parts.guard}>
        <FieldRow>
          {field('maxFiles')}
          {field('maxFileMegabytes')}
        </FieldRow>
        {field('minSeconds')}
        {field('sites', { problem: problems['sites'] ?? problems['sites.0'] })}
      </FormPart>
      {isKept && <FormOnPage name={draft.name} />}
    </>
  );
}

function Questions({ draft, problems, disabled, onChange }: DocumentFieldsProps<WebFormDraft>) {
  const { fields } = draft;
  const set = (next: WebFormDraft['fields']): void => onChange({ fields: next });
  return (
    <FormPart title={t.parts.fields}>
      {problems['fields'] !== undefined && (
        <Text size="sm" c="red" role="alert">
          {problems['fields']}
        </Text>
      )}
      {fields.map((field, index) => (
        <QuestionFields
          // Questions have no name of their own but the key, which is being typed.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          number={index + 1}
          field={field}
          problems={problems}
          disabled={disabled}
          onChange={(change) => set(fields.map((one, at) => (at === index ? { ...one, ...change } : one)))}
          onRemove={() => set(fields.filter((_, at) => at !== index))}
        />
      ))}
      <Button
        variant="default"
        leftSection={<IconPlus size={16} />}
        disabled={disabled}
        onClick={() => set([...fields, newField()])}
      >
        {t.add}
      </Button>
    </FormPart>
  );
}
