import { Button, Text, Title } from '@mantine/core';
import { IconMailPause } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import { smtpOutSchema } from '#dsl/model/smtp-out.ts';
import { saveSmtpOutSchema, type shownSmtpOutSchema } from '#dsl/protocol/settings.ts';
import { api } from '../kit/api.ts';
import { ConfirmDialog } from '../kit/form/confirm-dialog.tsx';
import { fieldSpecs } from '../kit/form/field-specs.ts';
import { FieldRow, FormBody, FormPart } from '../kit/form/form-part.tsx';
import { LeaveGuard } from '../kit/form/leave-guard.tsx';
import { SchemaField, type SchemaFieldProps } from '../kit/form/schema-field.tsx';
import { type ObjectForm, useObjectForm } from '../kit/form/use-object-form.ts';
import { FormPage, SaveBar } from '../kit/list/detail-pane.tsx';
import { Loading } from '../kit/loading.tsx';
import { settings } from '../kit/messages/en/settings.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { ConnectionTest } from './connection-test.tsx';
import { smtpOutQuery } from './settings-queries.ts';
import classes from './settings.module.css';

const t = settings.outgoing;
const fields = fieldSpecs(smtpOutSchema.shape);

type Kept = z.infer<typeof shownSmtpOutSchema>['settings'];
type Draft = Readonly<Record<string, unknown>>;

/** The SMTP server that mail is handed to; while there is none, what happens to mail instead. */
export function OutgoingSection() {
  const server = useQuery(smtpOutQuery);
  if (server.isPending) return <Loading />;
  if (server.data === undefined) return <ProblemNote error={server.error} onRetry={() => void server.refetch()} />;
  return <ServerForm key={String(server.data.settings === null)} kept={server.data.settings} />;
}

function ServerForm({ kept }: { readonly kept: Kept }) {
  const client = useQueryClient();
  const form = useObjectForm<Draft>({
    initial: draftOf(kept),
    schema: saveSmtpOutSchema,
    body: bodyOf,
    name: () => t.name,
    save: (draft) => api.send('PUT', '/api/smtp-out', bodyOf(draft), z.unknown()),
    settled: (draft) => ({ ...draft, password: '' }),
    onSaved: () => void client.invalidateQueries(smtpOutQuery),
  });
  const { draft } = form;
  return (
    <FormPage
      title={t.title}
      foot={
        <SaveBar
          isDirty={draft.isDirty}
          isSaving={form.saving.isPending}
          faults={form.faults}
          label={t.save}
          onDiscard={draft.discard}
          onSave={form.save}
        >
          {kept !== null && <Forget host={kept.host} />}
        </SaveBar>
      }
    >
      <LeaveGuard name={t.name} isDirtyNow={draft.isDirtyNow} />
      <FormBody onFrame={form.frame}>
        {kept === null ? <NotSent /> : <Text size="sm">{t.sending(kept.host)}</Text>}
        <ProblemNote error={form.failure} />
        <ServerFields form={form} kept={kept} />
      </FormBody>
    </FormPage>
  );
}

function ServerFields(props: { readonly form: ObjectForm<Draft>; readonly kept: Kept }) {
  const { form, kept } = props;
  const { value, set } = form.draft;
  const field = (key: string, more: Partial<SchemaFieldProps> = {}) => {
    const spec = fields[key];
    if (spec === undefined) return null;
    const change = (next: unknown): void => set(withUsualPort(value, { [key]: next }));
    return <SchemaField spec={spec} value={value[key]} problem={form.problems[key]} onChange={change} {...more} />;
  };
  return (
    <>
      <FormPart title={t.parts.server}>
        {field('security')}
        <FieldRow wide>
          {field('host')}
          {field('port')}
        </FieldRow>
        <FieldRow>
          {field('user')}
          {field('password', { as: 'password', ...(kept?.hasPassword === true && { placeholder: t.passwordKept }) })}
        </FieldRow>
        <ConnectionTest
          path="/api/smtp-out/test"
          stamp={value}
          settings={() => (form.review() ? bodyOf(value) : undefined)}
          texts={{ test: t.test, ok: () => t.testOk, failed: t.testFailed }}
        />
      </FormPart>
      <FormPart title={t.parts.trust}>
        {field('caPem', { as: 'lines', placeholder: '-----BEGIN CERTIFICATE-----' })}
        {field('allowInsecure')}
      </FormPart>
      <FormPart title={t.parts.limits}>
        <FieldRow>
          {field('maxConnections')}
          {field('timeoutSeconds')}
        </FieldRow>
      </FormPart>
    </>
  );
}

function NotSent() {
  return (
    <div className={classes.notice}>
      <IconMailPause size={20} aria-hidden />
      <div>
        <Title order={2} size="h3">
          {t.noneTitle}
        </Title>
        <Text size="sm">{t.none}</Text>
        <Button component={Link} to="/test-bench" variant="default" mt="xs">
          {t.toTestBench}
        </Button>
      </div>
    </div>
  );
}

function Forget({ host }: { readonly host: string }) {
  const client = useQueryClient();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setOpen(true)}>
        {t.forget}
      </Button>
      <ConfirmDialog
        name={host}
        title={t.forgetTitle}
        button={t.forget}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        onConfirm={async () => {
          await api.send('DELETE', '/api/smtp-out', undefined, z.unknown());
          await client.invalidateQueries(smtpOutQuery);
        }}
      >
        {t.forgetHelp}
      </ConfirmDialog>
    </>
  );
}

function draftOf(kept: Kept): Draft {
  const initial = Object.values(fields).map(({ key, kind, initial: given }) => [
    key,
    given ?? (kind === 'text' ? '' : undefined),
  ]);
  const { hasPassword: _has, ...open } = kept ?? { hasPassword: false };
  return { ...Object.fromEntries(initial), port: 587, ...open, password: '' };
}

/** Fields that say nothing are left out; a blank password leaves the one that is kept. */
function bodyOf(draft: Draft): Draft {
  const optional = ['user', 'password', 'caPem'];
  return Object.fromEntries(Object.entries(draft).filter(([key, value]) => !optional.includes(key) || value !== ''));
}

const usualPorts: Readonly<Record<string, number>> = { tls: 465, starttls: 587, none: 25 };

function withUsualPort(draft: Draft, change: Draft): Draft {
  const usual = usualPorts[String(change['security'])];
  return usual !== undefined && draft['port'] === usualPorts[String(draft['security'])]
    ? { ...change, port: usual }
    : change;
}
