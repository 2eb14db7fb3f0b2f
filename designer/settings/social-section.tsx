import { IconWorld } from '@tabler/icons-react';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { type SocialAccount, socialAccountSchema } from '#dsl/model/social-account.ts';
import { socialStateSchema } from '#dsl/protocol/social.ts';
import { api } from '../kit/api.ts';
import { fieldSpecs } from '../kit/form/field-specs.ts';
import { FieldRow, FormPart } from '../kit/form/form-part.tsx';
import { forms } from '../kit/messages/en/forms.ts';
import { media } from '../kit/messages/en/media.ts';
import type { DocumentFieldsProps, DocumentKind } from '../knowledge/documents/document-kind.ts';
import { DocumentSection } from '../knowledge/documents/document-section.tsx';
import { NameFields } from '../knowledge/documents/name-fields.tsx';
import { ConnectionTest } from './connection-test.tsx';
import { freshDraft, plainBody, type PlainDraft, plainField } from './services/schema-fields.tsx';
import { useSecretNames } from './services/use-secret-names.ts';
import { SocialState } from './social-state.tsx';

const t = media.social;
const specs = fieldSpecs(socialAccountSchema.shape);

const statesQuery = queryOptions({
  queryKey: ['social-states'],
  queryFn: ({ signal }) => api.get('/api/social-states', z.array(socialStateSchema), signal),
  refetchInterval: 3000,
});

const kind: DocumentKind<SocialAccount, PlainDraft> = {
  area: 'settings',
  section: 'social-accounts',
  path: '/api/social-accounts',
  texts: t,
  icon: IconWorld,
  columns: [
    {
      key: 'name',
      label: t.columns.name,
      width: 'minmax(0, 2fr)',
      cell: ({ name }) => name,
      sortBy: ({ name }) => name,
    },
    {
      key: 'state',
      label: t.columns.state,
      width: '160px',
      from: 300,
      cell: (account) => <StateCell account={account} />,
    },
    {
      key: 'kind',
      label: t.columns.kind,
      width: '160px',
      from: 560,
      cell: (account) => forms.choices[account.kind] ?? account.kind,
      sortBy: (account) => account.kind,
    },
  ],
  subtitleOf: ({ description, url }) => description ?? url,
  line: socialAccountSchema,
  schema: socialAccountSchema,
  fresh: freshDraft(specs),
  draftOf: ({ description = '', ...account }: SocialAccount) => ({ ...freshDraft(specs), ...account, description }),
  bodyOf: plainBody,
  Fields: SocialFields,
};

/** Feeds, accounts and pages that are watched. */
export function SocialSection() {
  return <DocumentSection kind={kind} />;
}

function StateCell({ account }: { readonly account: SocialAccount }) {
  const { data: states } = useQuery(statesQuery);
  const state = states?.find(({ name }) => name === account.name);
  return <SocialState isOn={account.enabled} state={state} isShort />;
}

function SocialFields(props: DocumentFieldsProps<PlainDraft>) {
  const { draft, isKept, settings } = props;
  const secrets = useSecretNames();
  const { data: states } = useQuery(statesQuery);
  const field = plainField(specs, props);
  const is = draft['kind'];
  return (
    <>
      {isKept && (
        <SocialState isOn={draft['enabled'] === true} state={states?.find(({ name }) => name === draft.name)} />
      )}
      <FormPart title={t.parts.what}>
        <NameFields {...props} />
        {field('kind')}
        {field('endpoint')}
        {field('enabled')}
      </FormPart>
      <FormPart title={t.parts.access}>
        {field('url')}
        {(is === 'facebook' || is === 'x') && field('account')}
        {is !== 'rss' && field('secret', { as: 'suggestions', suggestions: secrets })}
        <ConnectionTest
          path="/api/social-accounts/test"
          stamp={draft}
          settings={settings}
          texts={{ test: t.test, ok: () => t.testOk, failed: t.testFailed }}
        />
      </FormPart>
      <FormPart title={t.parts.watching}>
        {(is === 'mastodon' || is === 'x') && field('watch')}
        {(is === 'mastodon' || is === 'x') && draft['watch'] === 'search' && field('search')}
        {field('merges')}
        <FieldRow>
          {field('everySeconds')}
          {field('perHour')}
        </FieldRow>
      </FormPart>
    </>
  );
}
