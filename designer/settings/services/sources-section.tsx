import { IconDatabase } from '@tabler/icons-react';
import { type DataSource, dataSourceSchema } from '#dsl/model/data-source.ts';
import { fieldSpecs } from '../../kit/form/field-specs.ts';
import { FieldRow, FormPart } from '../../kit/form/form-part.tsx';
import { services } from '../../kit/messages/en/services.ts';
import type { DocumentFieldsProps, DocumentKind } from '../../knowledge/documents/document-kind.ts';
import { DocumentSection } from '../../knowledge/documents/document-section.tsx';
import { NameFields } from '../../knowledge/documents/name-fields.tsx';
import { ConnectionTest } from '../connection-test.tsx';
import { freshDraft, plainBody, type PlainDraft, plainField } from './schema-fields.tsx';
import { useSecretNames } from './use-secret-names.ts';

const t = services.sources;
const specs = fieldSpecs(dataSourceSchema.shape);

const kind: DocumentKind<DataSource, PlainDraft> = {
  area: 'settings',
  section: 'data-sources',
  path: '/api/data-sources',
  reference: 'data-source',
  texts: t,
  icon: IconDatabase,
  columns: [
    {
      key: 'name',
      label: t.columns.name,
      width: 'minmax(0, 2fr)',
      cell: ({ name }) => name,
      sortBy: ({ name }) => name,
    },
    {
      key: 'server',
      label: t.columns.server,
      width: 'minmax(0, 2fr)',
      from: 520,
      cell: ({ host, database }) => `${host} · ${database}`,
      sortBy: ({ host }) => host,
    },
    {
      key: 'writes',
      label: t.columns.writes,
      width: '110px',
      from: 640,
      cell: ({ allowWrites }) => t.writes[`${allowWrites}`],
      sortBy: ({ allowWrites }) => String(allowWrites),
    },
  ],
  subtitleOf: ({ description, host, database }) => description ?? `${host} · ${database}`,
  line: dataSourceSchema,
  schema: dataSourceSchema,
  fresh: freshDraft(specs),
  draftOf: ({ description = '', ...source }: DataSource) => ({ ...freshDraft(specs), ...source, description }),
  bodyOf: plainBody,
  Fields: SourceFields,
};

/** Databases that strategies may ask. */
export function SourcesSection() {
  return <DocumentSection kind={kind} />;
}

function SourceFields(props: DocumentFieldsProps<PlainDraft>) {
  const secrets = useSecretNames();
  const field = plainField(specs, props);
  return (
    <>
      <FormPart title={t.parts.what}>
        <NameFields {...props} />
      </FormPart>
      <FormPart title={t.parts.server}>
        <FieldRow wide>
          {field('host')}
          {field('port')}
        </FieldRow>
        <FieldRow>
          {field('database')}
          {field('user')}
        </FieldRow>
        {field('secret', {
          as: 'suggestions',
          suggestions: secrets,
          ...(secrets.length === 0 && { hint: t.noSecrets }),
        })}
        {field('allowWrites')}
        <ConnectionTest
          path="/api/data-sources/test"
          stamp={props.draft}
          settings={props.settings}
          texts={{ test: t.test, ok: () => t.testOk, failed: t.testFailed }}
        />
      </FormPart>
      <FormPart title={t.parts.trust}>
        {field('tls')}
        {field('caPem', { as: 'lines', placeholder: '-----BEGIN CERTIFICATE-----' })}
      </FormPart>
    </>
  );
}
