import { PasswordInput, TagsInput } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { saveSecretSchema, type ShownSecret, shownSecretSchema } from '#dsl/protocol/services.ts';
import { FormPart } from '../../kit/form/form-part.tsx';
import { services } from '../../kit/messages/en/services.ts';
import { RelativeTime } from '../../kit/relative-time.tsx';
import type { DocumentFieldsProps, DocumentKind } from '../../knowledge/documents/document-kind.ts';
import { DocumentSection } from '../../knowledge/documents/document-section.tsx';
import { NameFields } from '../../knowledge/documents/name-fields.tsx';

const t = services.secrets;

interface SecretDraft {
  readonly name: string;
  readonly description: string;
  readonly hosts: readonly string[];
  readonly value: string;
}

const kind: DocumentKind<ShownSecret, SecretDraft> = {
  area: 'settings',
  section: 'secrets',
  path: '/api/secrets',
  reference: 'secret',
  texts: t,
  icon: IconLock,
  columns: [
    {
      key: 'name',
      label: t.columns.name,
      width: 'minmax(0, 2fr)',
      cell: ({ name }) => name,
      sortBy: ({ name }) => name,
    },
    {
      key: 'hosts',
      label: t.columns.hosts,
      width: 'minmax(0, 2fr)',
      from: 520,
      cell: hostsOf,
      sortBy: hostsOf,
    },
    {
      key: 'updated',
      label: t.columns.updated,
      width: '130px',
      from: 640,
      cell: ({ updatedAt }) => <RelativeTime at={updatedAt} />,
      sortBy: ({ updatedAt }) => updatedAt,
    },
  ],
  subtitleOf: (secret) => secret.description ?? hostsOf(secret),
  line: shownSecretSchema,
  schema: saveSecretSchema,
  fresh: { name: '', description: '', hosts: [], value: '' },
  draftOf: ({ name, description = '', hosts }: ShownSecret) => ({ name, description, hosts, value: '' }),
  bodyOf: ({ description, value, ...secret }) => ({
    ...secret,
    ...(description !== '' && { description }),
    ...(value !== '' && { value }),
  }),
  check: ({ value }, isKept) => (isKept || value !== '' ? {} : { value: t.valueMissing }),
  settled: (draft) => ({ ...draft, value: '' }),
  Fields: SecretFields,
};

/** Passwords, keys and tokens that strategies use by name. */
export function SecretsSection() {
  return <DocumentSection kind={kind} />;
}

function SecretFields(props: DocumentFieldsProps<SecretDraft>) {
  const { draft, problems, disabled, isKept, onChange } = props;
  return (
    <FormPart title={t.parts.what}>
      <NameFields {...props} />
      <PasswordInput
        label={t.value}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        description={t.valueHint}
        value={draft.value}
        placeholder={isKept ? t.valueKept : ''}
        error={problems['value']}
        disabled={disabled}
        autoComplete="new-password"
        onChange={(event) => onChange({ value: event.currentTarget.value })}
      />
      <TagsInput
        label={t.hosts}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        description={t.hostsHint}
        value={[...draft.hosts]}
        error={problems['hosts']}
        disabled={disabled}
        onChange={(hosts) => onChange({ hosts: hosts.map((host) => host.trim().toLowerCase()) })}
      />
    </FormPart>
  );
}

function hostsOf({ hosts }: Pick<ShownSecret, 'hosts'>): string {
  return hosts.length === 0 ? t.noHosts : hosts.join(', ');
}
