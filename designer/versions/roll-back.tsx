import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { api } from '../kit/api.ts';
import { design } from '../kit/messages/en/design.ts';
import { versions as t } from '../kit/messages/en/versions.ts';
import { useOpenProcess } from '../process/editor-context.tsx';
import { processPath } from '../process/process-path.ts';
import { useRollout } from './use-rollout.ts';

/** Puts an earlier version back into service by one click, with a word why for whoever has one to spare. */
export function RollBack(props: { readonly version: number | undefined; readonly isActive: boolean }) {
  const { version, isActive } = props;
  const { name } = useOpenProcess();
  const { data: trial } = useRollout(name);
  const [message, setMessage] = useState('');
  const rollBack = useMutation({
    mutationFn: () => api.send('POST', `${processPath(name)}/rollback`, { version, message }, z.unknown()),
    onSuccess: () => {
      setMessage('');
      notifications.show({ message: design.activationDone(version ?? 0), color: 'teal' });
    },
    onError: (error) => notifications.show({ message: error.message, color: 'red' }),
  });
  if (version === undefined || isActive || trial?.version === version) return null;
  return (
    <>
      <TextInput
        size="xs"
        aria-label={t.rollBackWhy}
        placeholder={t.rollBackWhy}
        maxLength={2000}
        value={message}
        onChange={(event) => setMessage(event.currentTarget.value)}
      />
      <Button
        variant="light"
        color="red"
        size="compact-xs"
        loading={rollBack.isPending}
        onClick={() => rollBack.mutate()}
      >
        {t.rollBack}
      </Button>
    </>
  );
}
