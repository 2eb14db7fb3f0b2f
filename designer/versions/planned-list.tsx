import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { type PlannedActivation, plannedActivationSchema } from '#dsl/protocol/versions.ts';
import { api } from '../kit/api.ts';
import { versions as t } from '../kit/messages/en/versions.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { processKey, processPath, versionsKey } from '../process/process-path.ts';
import { formatLocale } from '../kit/messages/format-locale.ts';

/** Activations of a process that wait for their time or for a second person, each with what can be done about it. */
export function PlannedList({ name }: { readonly name: string }) {
  const client = useQueryClient();
  const planned = useQuery({
    queryKey: [...versionsKey(name), 'planned'],
    queryFn: ({ signal }) => api.get(`${processPath(name)}/planned`, z.array(plannedActivationSchema), signal),
  });
  const decide = useMutation({
    mutationFn: ({ id, way }: { id: string; way: 'approve' | 'cancel' | 'reject' }) =>
      api.send('POST', `${processPath(name)}/planned/${id}/${way}`, {}, z.unknown()),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: versionsKey(name) });
      void client.invalidateQueries({ queryKey: processKey(name) });
      void client.invalidateQueries({ queryKey: ['processes'] });
    },
  });
  if (planned.data === undefined || planned.data.length === 0) return null;
  return (
    <Stack gap="xs" role="group" aria-label={t.planned}>
      {planned.data.map((plan) => (
        <Group key={plan.id} justify="space-between" wrap="nowrap">
          <Text size="sm">
            {t.plannedLine(plan.version, plan.requestedBy)}
            {plan.rollout !== null && ` (${t.planFor[plan.rollout.mode](plan.rollout.share)})`}: {stateOf(plan)}{' '}
            {plan.message}
          </Text>
          {plan.state !== 'failed' && (
            <Group gap="xs" wrap="nowrap">
              {plan.state === 'awaiting-approval' && (
                <>
                  <Button size="compact-xs" onClick={() => decide.mutate({ id: plan.id, way: 'approve' })}>
                    {t.approve}
                  </Button>
                  <Button
                    size="compact-xs"
                    variant="light"
                    color="red"
                    onClick={() => decide.mutate({ id: plan.id, way: 'reject' })}
                  >
                    {t.reject}
                  </Button>
                </>
              )}
              <Button size="compact-xs" variant="default" onClick={() => decide.mutate({ id: plan.id, way: 'cancel' })}>
                {t.cancelPlan}
              </Button>
            </Group>
          )}
        </Group>
      ))}
      <ProblemNote error={decide.error} />
    </Stack>
  );
}

function stateOf({ state, activateAt, problem }: PlannedActivation): string {
  if (state === 'failed') return t.failed(problem ?? '');
  const time = activateAt === null ? '' : t.at(new Date(activateAt).toLocaleString(formatLocale()));
  return state === 'awaiting-approval' ? [t.awaiting, time].filter(Boolean).join(', ') : time;
}
