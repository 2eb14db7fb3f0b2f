import { Text } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { type OpenMedium, openMediumSchema } from '#dsl/model/open-medium.ts';
import { fieldSpecs } from '../kit/form/field-specs.ts';
import { FieldRow, FormPart } from '../kit/form/form-part.tsx';
import { forms } from '../kit/messages/en/forms.ts';
import { media } from '../kit/messages/en/media.ts';
import type { DocumentFieldsProps, DocumentKind } from '../knowledge/documents/document-kind.ts';
import { DocumentSection } from '../knowledge/documents/document-section.tsx';
import { NameFields } from '../knowledge/documents/name-fields.tsx';
import { freshDraft, plainBody, type PlainDraft, plainField } from './services/schema-fields.tsx';
import { useSecretNames } from './services/use-secret-names.ts';

const t = media.open;
const specs = fieldSpecs(openMediumSchema.shape);

const kind: DocumentKind<OpenMedium, PlainDraft> = {
  area: 'settings',
  section: 'open-media',
  path: '/api/open-media',
  texts: t,
  icon: IconPlugConnected,
  columns: [
    {
      key: 'name',
      label: t.columns.name,
      width: 'minmax(0, 2fr)',
      cell: ({ name }) => name,
      sortBy: ({ name }) => name,
    },
    {
      key: 'label',
      label: t.columns.label,
      width: 'minmax(0, 2fr)',
      from: 420,
      cell: ({ label }) => label,
      sortBy: ({ label }) => label,
    },
    {
      key: 'delivery',
      label: t.columns.delivery,
      width: '140px',
      from: 560,
      cell: ({ delivery }) => forms.choices[delivery] ?? delivery,
      sortBy: ({ delivery }) => delivery,
    },
  ],
  subtitleOf: ({ description = '', label }) => description || label,
  line: openMediumSchema,
  schema: openMediumSchema,
  fresh: freshDraft(specs),
  draftOf: ({ description = '', ...medium }: OpenMedium) => ({ ...freshDraft(specs), ...medium, description }),
  bodyOf: plainBody,
  Fields: OpenMediumFields,
};

/** Media that programs add. */
export function OpenMediaSection() {
  return <DocumentSection kind={kind} />;
}

function OpenMediumFields(props: DocumentFieldsProps<PlainDraft>) {
  const secrets = useSecretNames();
  const field = plainField(specs, props);
  const isTold = props.draft['delivery'] === 'webhook';
  return (
    <>
      <FormPart title={t.parts.what}>
        <NameFields {...props} />
      </FormPart>
      <FormPart title={t.parts.agents}>
        <FieldRow>
          {field('label')}
          {field('icon')}
        </FieldRow>
        {field('capacity')}
        {field('canReply')}
      </FormPart>
      <FormPart title={t.parts.program}>
        <Text size="sm">{t.tokenHint}</Text>
        {field('tellsStates')}
        {field('delivery')}
        {isTold && field('webhook')}
        {isTold && field('secret', { as: 'suggestions', suggestions: secrets })}
      </FormPart>
    </>
  );
}
