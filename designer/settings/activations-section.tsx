import { Switch, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { testRulesSchema } from '#dsl/protocol/replay.ts';
import { activationRulesSchema, loggedActivationSchema } from '#dsl/protocol/versions.ts';
import { useMe } from '../app/session.ts';
import { api } from '../kit/api.ts';
import { FormBody, FormPart } from '../kit/form/form-part.tsx';
import { FormPage } from '../kit/list/detail-pane.tsx';
import { Loading } from '../kit/loading.tsx';
import { sections } from '../kit/messages/en/sections.ts';
import { versions as t } from '../kit/messages/en/versions.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { ActivationLog } from '../versions/activation-log.tsx';

/** What activations ask for, and who brought what into service when. */
export function ActivationsSection() {
  return (
    <FormPage title={sections['activations'] ?? ''}>
      <FormBody>
        <Rules />
        <Log />
      </FormBody>
    </FormPage>
  );
}

function Rules() {
  const client = useQueryClient();
  const isFixed = useMe().role !== 'administrator';
  const rules = useQuery({
    queryKey: ['activation-rules'],
    queryFn: ({ signal }) => api.get('/api/activation-rules', activationRulesSchema, signal),
  });
  const tests = useQuery({
    queryKey: ['test-rules'],
    queryFn: ({ signal }) => api.get('/api/test-rules', testRulesSchema, signal),
  });
  const save = useMutation({
    mutationFn: ({ path, body }: { path: string; body: object }) => api.send('PUT', path, body, z.unknown()),
    onSettled: async () => {
      for (const key of ['activation-rules', 'test-rules', 'test-rule'])
        await client.invalidateQueries({ queryKey: [key] });
    },
  });
  if (rules.isPending || tests.isPending) return <Loading />;
  return (
    <FormPart title={t.rules}>
      <ProblemNote error={rules.error ?? tests.error ?? save.error} />
      <Switch
        label={t.fourEyes}
        description={t.fourEyesHelp}
        disabled={isFixed || rules.data === undefined || save.isPending}
        checked={rules.data?.fourEyes === true}
        onChange={(event) =>
          save.mutate({ path: '/api/activation-rules', body: { fourEyes: event.currentTarget.checked } })
        }
      />
      <Switch
        label={t.mustBeGreen}
        description={t.mustBeGreenHelp}
        disabled={isFixed || tests.data === undefined || save.isPending}
        checked={tests.data?.everywhere === true}
        onChange={(event) =>
          save.mutate({ path: '/api/test-rules', body: { everywhere: event.currentTarget.checked } })
        }
      />
      {isFixed && (
        <Text size="sm" c="dimmed">
          {t.onlyAdministrators}
        </Text>
      )}
    </FormPart>
  );
}

function Log() {
  const lines = useQuery({
    queryKey: ['activations'],
    queryFn: ({ signal }) => api.get('/api/activations', z.array(loggedActivationSchema), signal),
  });
  return (
    <FormPart title={t.log}>
      {lines.isPending && <Loading />}
      <ProblemNote error={lines.error} onRetry={() => void lines.refetch()} />
      {lines.data !== undefined && <ActivationLog lines={lines.data} />}
    </FormPart>
  );
}
