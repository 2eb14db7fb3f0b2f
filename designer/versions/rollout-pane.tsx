import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAdjustments, IconPlayerStop, IconRocket } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import type { Rollout } from '#dsl/protocol/rollouts.ts';
import { api } from '../kit/api.ts';
import { ConfirmDialog } from '../kit/form/confirm-dialog.tsx';
import { Loading } from '../kit/loading.tsx';
import { design } from '../kit/messages/en/design.ts';
import { versions as t } from '../kit/messages/en/versions.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { RelativeTime } from '../kit/relative-time.tsx';
import { processPath } from '../process/process-path.ts';
import { type Part, PartFields } from './part-fields.tsx';
import { RolloutSides } from './rollout-sides.tsx';
import { ShadowFindings } from './shadow-findings.tsx';
import { useRollout, useVersionsChanged } from './use-rollout.ts';

/** The version on trial of a process: who runs what, how it goes, and the ways on. */
export function RolloutPane({ name }: { readonly name: string }) {
  const { data: rollout, error, refetch } = useRollout(name);
  if (rollout === undefined)
    return error === null ? <Loading /> : <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (rollout === null) return <Text size="sm">{t.noTrial}</Text>;
  const { version, activeVersion, mode, share, startedAt, startedBy, message } = rollout;
  return (
    <Stack gap="md" role="region" aria-label={t.trialTitle[mode]}>
      <div>
        <Title order={3}>
          {t.trialTitle[mode]}: {t.version(version)}
        </Title>
        <Text size="sm">
          {mode === 'canary' && `${t.takesPart(version, share)}. ${t.takesRest(activeVersion)}. `}
          {t.since} <RelativeTime at={startedAt} /> {startedBy !== null && t.by(startedBy)}
        </Text>
        {mode === 'canary' && (
          <Text size="xs" c="dimmed">
            {t.viewsStay}
          </Text>
        )}
        {message !== '' && (
          <Text size="sm" c="dimmed">
            {message}
          </Text>
        )}
      </div>
      {mode === 'canary' ? <RolloutSides rollout={rollout} /> : <ShadowFindings rollout={rollout} />}
      <WaysOn key={`${version} ${share}`} name={name} rollout={rollout} />
    </Stack>
  );
}

function WaysOn({ name, rollout }: { readonly name: string; readonly rollout: Rollout }) {
  const { version, activeVersion, mode } = rollout;
  const [asked, setAsked] = useState<'promote' | 'withdraw' | 'part'>();
  const [message, setMessage] = useState('');
  const changed = useVersionsChanged(name);
  const end = async (way: 'promote' | 'withdraw'): Promise<void> => {
    await api.send('POST', `${processPath(name)}/rollout/${way}`, { message }, z.undefined());
    notifications.show({ message: design.activationDone(way === 'promote' ? version : activeVersion), color: 'teal' });
    await changed();
  };
  const close = (): void => setAsked(undefined);
  const reason = (
    <Textarea
      mt="sm"
      label={t.reason}
      autosize
      value={message}
      onChange={(event) => setMessage(event.currentTarget.value)}
    />
  );
  return (
    <>
      <Group gap="xs">
        <Button leftSection={<IconRocket size={16} />} onClick={() => setAsked('promote')}>
          {t.takeAll}
        </Button>
        <Button
          variant="default"
          leftSection={<IconAdjustments size={16} />}
          aria-expanded={asked === 'part'}
          onClick={() => setAsked(asked === 'part' ? undefined : 'part')}
        >
          {t.changePart}
        </Button>
        <Button
          variant="light"
          color="red"
          leftSection={<IconPlayerStop size={16} />}
          onClick={() => setAsked('withdraw')}
        >
          {t.stop}
        </Button>
      </Group>
      {asked === 'part' && <PartForm name={name} rollout={rollout} onSaved={changed} />}
      <ConfirmDialog
        name={name}
        title={t.takeAllTitle(version)}
        button={t.takeAll}
        isHarmless
        isOpen={asked === 'promote'}
        onClose={close}
        onConfirm={() => end('promote')}
      >
        {t.takeAllHelp}
        {reason}
      </ConfirmDialog>
      <ConfirmDialog
        name={name}
        title={t.stopTitle(version)}
        button={t.stop}
        isOpen={asked === 'withdraw'}
        onClose={close}
        onConfirm={() => end('withdraw')}
      >
        {mode === 'canary' ? t.stopHelp(activeVersion) : t.stopShadowHelp}
        {reason}
      </ConfirmDialog>
    </>
  );
}

function PartForm(props: { readonly name: string; readonly rollout: Rollout; readonly onSaved: () => Promise<void> }) {
  const { name, rollout, onSaved } = props;
  const [part, setPart] = useState<Part>({ share: rollout.share, condition: rollout.condition });
  const save = useMutation({
    mutationFn: () => api.send('PUT', `${processPath(name)}/rollout`, part, z.undefined()),
    onSuccess: async () => {
      notifications.show({ message: t.partSaved, color: 'teal' });
      await onSaved();
    },
  });
  return (
    <Stack gap="xs">
      <PartFields part={part} onChange={setPart} />
      <ProblemNote error={save.error} />
      <Group>
        <Button size="xs" loading={save.isPending} onClick={() => save.mutate()}>
          {t.savePart}
        </Button>
      </Group>
    </Stack>
  );
}
