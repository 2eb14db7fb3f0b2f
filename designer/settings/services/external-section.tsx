import { Textarea } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { type ExternalService, externalServiceSchema } from '#dsl/model/external-service.ts';
import { fieldSpecs } from '../../kit/form/field-specs.ts';
import { FieldRow, FormPart } from '../../kit/form/form-part.tsx';
import { services } from '../../kit/messages/en/services.ts';
import type { DocumentFieldsProps, DocumentKind } from '../../knowledge/documents/document-kind.ts';
import { DocumentSection } from '../../knowledge/documents/document-section.tsx';
import { NameFields } from '../../knowledge/documents/name-fields.tsx';
import { methodsText, readMethods } from './methods-text.ts';
import { freshDraft, plainBody, type PlainDraft, plainField } from './schema-fields.tsx';
import { useSecretNames } from './use-secret-names.ts';

const t = services.external;
const specs = fieldSpecs(externalServiceSchema.shape);

interface ServiceDraft extends PlainDraft {
  readonly methodsText: string;
  readonly methods: ExternalService['methods'];
}

const kind: DocumentKind<ExternalService, ServiceDraft> = {
  area: 'settings',
  section: 'external-services',
  path: '/api/external-services',
  reference: 'external-service',
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
      key: 'address',
      label: t.columns.address,
      width: 'minmax(0, 3fr)',
      from: 520,
      cell: ({ url }) => url,
      sortBy: ({ url }) => url,
    },
  ],
  subtitleOf: ({ description, methods }) => description ?? Object.keys(methods).join(', '),
  line: externalServiceSchema,
  schema: externalServiceSchema,
  fresh: { ...freshDraft(specs), methodsText: '', methods: {} },
  draftOf: ({ description = '', ...service }: ExternalService) => ({
    ...freshDraft(specs),
    ...service,
    description,
    methodsText: methodsText(service.methods),
  }),
  bodyOf: ({ methodsText: text, ...draft }) => {
    const read = readMethods(text, draft.methods);
    return { ...plainBody(draft), methods: 'methods' in read ? read.methods : draft.methods };
  },
  check: ({ methodsText: text, methods }) => {
    const read = readMethods(text, methods);
    return 'wrongLine' in read ? { methodsText: t.methodsWrong(read.wrongLine) } : {};
  },
  Fields: ServiceFields,
};

/** Services of others that strategies may ask. */
export function ExternalSection() {
  return <DocumentSection kind={kind} />;
}

function ServiceFields(props: DocumentFieldsProps<ServiceDraft>) {
  const { draft, problems, disabled, onChange } = props;
  const secrets = useSecretNames();
  const field = plainField(specs, props);
  const hasSecret = draft['secret'] !== '' && draft['secret'] !== undefined;
  return (
    <>
      <FormPart title={t.parts.what}>
        <NameFields {...props} />
        {field('url')}
      </FormPart>
      <FormPart title={t.parts.access}>
        {field('secret', { as: 'suggestions', suggestions: secrets })}
        {hasSecret && field('secretAs')}
        {hasSecret && draft['secretAs'] !== 'bearer' && field('secretFor')}
      </FormPart>
      <FormPart title={t.parts.limits}>
        <FieldRow>
          {field('timeoutSeconds')}
          {field('retries')}
        </FieldRow>
      </FormPart>
      <FormPart title={t.parts.methods}>
        <Textarea
          label={t.methods}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          description={t.methodsHint}
          value={draft.methodsText}
          error={problems['methodsText'] ?? problems['methods']}
          disabled={disabled}
          autosize
          minRows={3}
          maxRows={16}
          spellCheck={false}
          onChange={(event) => onChange({ methodsText: event.currentTarget.value })}
        />
      </FormPart>
    </>
  );
}
