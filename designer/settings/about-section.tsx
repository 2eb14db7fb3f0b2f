import { Anchor, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { z } from 'zod';
import { useMe } from '../app/session.ts';
import { api } from '../kit/api.ts';
import { FormBody, FormPart } from '../kit/form/form-part.tsx';
import { FormPage } from '../kit/list/detail-pane.tsx';
import { settings } from '../kit/messages/en/settings.ts';
import { messageOf } from '../kit/problem.tsx';
import { ProcessTable } from './process-table.tsx';
import classes from './settings.module.css';

const t = settings.about;

const readySchema = z.object({ status: z.string() });
const descriptionSchema = z.object({ info: z.object({ version: z.string() }) });
const refreshMs = 5000;

/** What runs here and how it is doing, and where programs and operators find their way in. */
export function AboutSection() {
  const me = useMe();
  return (
    <FormPage title={t.title}>
      <FormBody>
        <Text size="sm">{t.lead}</Text>
        <FormPart title={t.state}>
          <State />
        </FormPart>
        {me.role === 'administrator' && (
          <FormPart title={t.processes}>
            <ProcessTable />
          </FormPart>
        )}
        <FormPart title={t.outside}>
          <Ways />
        </FormPart>
      </FormBody>
    </FormPage>
  );
}

function State() {
  const ready = useQuery({
    queryKey: ['readyz'],
    queryFn: ({ signal }) => api.get('/readyz', readySchema, signal),
    refetchInterval: refreshMs,
  });
  const description = useQuery({
    queryKey: ['api-description'],
    queryFn: ({ signal }) => api.get('/api/docs/json', descriptionSchema, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const isReady = ready.data !== undefined && ready.error === null;
  const Icon = isReady ? IconCircleCheck : IconAlertTriangle;
  return (
    <dl className={classes.facts}>
      <dt>{t.health}</dt>
      <dd>
        {!ready.isPending && (
          <output className={classes.state} data-look={isReady ? 'watching' : 'failing'}>
            <Icon size={16} aria-hidden />
            {isReady ? t.ready : t.notReady}
          </output>
        )}
        <div className={classes.dim}>{ready.error === null ? t.readyHelp : messageOf(ready.error)}</div>
      </dd>
      <dt>{t.api}</dt>
      <dd>{description.data?.info.version ?? '–'}</dd>
    </dl>
  );
}

const ways = [
  { href: '/api/docs', label: t.docs, help: t.docsHelp },
  { href: '/metrics', label: t.metrics, help: t.metricsHelp },
  { href: '/healthz', label: '/healthz', help: t.healthHelp },
] as const;

function Ways() {
  return (
    <Stack gap="sm">
      {ways.map((way) => (
        <div key={way.href}>
          <Anchor href={way.href} target="_blank" rel="noreferrer" size="sm">
            {way.label} <IconExternalLink size={13} aria-hidden style={{ verticalAlign: '-2px' }} />
          </Anchor>
          <Text size="sm" className={classes.dim ?? ''}>
            {way.help}
          </Text>
        </div>
      ))}
    </Stack>
  );
}
