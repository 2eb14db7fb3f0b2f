import { Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { type ReplayedInteraction, replayResultSchema } from '#dsl/protocol/replay.ts';
import { api } from '../kit/api.ts';
import { trial as t } from '../kit/messages/en/trial.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { useOpenProcess } from '../process/editor-context.tsx';
import { processPath } from '../process/process-path.ts';
import classes from './simulate.module.css';

/** Runs the saved draft over the last real interactions of a strategy and lists those that would fare otherwise. */
export function ReplayPane({ strategy }: { readonly strategy: string }) {
  const { name } = useOpenProcess();
  const [count, setCount] = useState(100);
  const replay = useMutation({
    mutationFn: () => api.send('POST', `${processPath(name)}/replay`, { strategy, count }, replayResultSchema),
  });
  const { data } = replay;
  return (
    <Stack gap="xs" className={classes.detail ?? ''}>
      <Text size="xs" c="dimmed">
        {t.replayHelp}
      </Text>
      <Group gap="sm" align="flex-end">
        <NumberInput
          label={t.replayCount}
          size="xs"
          w={120}
          min={1}
          max={500}
          value={count}
          onChange={(next) => setCount(Math.min(500, Math.max(1, Number(next) || 1)))}
        />
        <Button size="xs" loading={replay.isPending} onClick={() => replay.mutate()}>
          {t.replayStart}
        </Button>
      </Group>
      {replay.isError && <ProblemNote error={replay.error} />}
      {data !== undefined && (
        <Text size="sm" role="status">
          {t.replayed(data.changed.length, data.replayed)}
        </Text>
      )}
      {data?.changed.map((one) => (
        <Changed key={one.runId} one={one} />
      ))}
    </Stack>
  );
}

function Changed({ one }: { readonly one: ReplayedInteraction }) {
  return (
    <div className={classes.call} data-failed={one.after.error !== null}>
      <Link to="/interactions/$id" params={{ id: one.interactionId }}>
        {one.subject === '' ? one.interactionId : one.subject}
      </Link>
      <br />
      {one.why} {one.before.queue !== one.after.queue && t.replayQueues(one.before.queue, one.after.queue)}
      {one.assumed.length > 0 && (
        <Text size="xs" c="dimmed">
          {t.replayAssumed(one.assumed.map(({ block }) => block).join(', '))}
        </Text>
      )}
    </div>
  );
}
