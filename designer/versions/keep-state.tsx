import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { savedStateSchema } from '#dsl/protocol/versions.ts';
import { api } from '../kit/api.ts';
import { versions as t } from '../kit/messages/en/versions.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { useOpenProcess } from '../process/editor-context.tsx';
import { processPath, versionsKey } from '../process/process-path.ts';
import classes from './rollout.module.css';

/** Gives the draft as it is a message, so that it stays a state of its own in the history. */
export function KeepState() {
  const { name, saver } = useOpenProcess();
  const client = useQueryClient();
  const [message, setMessage] = useState('');
  const keep = useMutation({
    mutationFn: async () => {
      await saver.flush();
      const { revision } = saver.state.getState();
      return api.send('POST', `${processPath(name)}/saves`, { revision, message }, savedStateSchema);
    },
    onSuccess: async () => {
      setMessage('');
      notifications.show({ message: t.kept, color: 'teal' });
      await client.invalidateQueries({ queryKey: versionsKey(name) });
    },
  });
  return (
    <form
      className={classes.keep}
      onSubmit={(event) => {
        event.preventDefault();
        keep.mutate();
      }}
    >
      <TextInput
        size="xs"
        aria-label={t.keepState}
        placeholder={t.keepStateHint}
        maxLength={2000}
        value={message}
        onChange={(event) => setMessage(event.currentTarget.value)}
        style={{ flex: 1 }}
      />
      <Button type="submit" size="xs" variant="default" disabled={message.trim() === ''} loading={keep.isPending}>
        {t.keep}
      </Button>
      <ProblemNote error={keep.error} />
    </form>
  );
}
