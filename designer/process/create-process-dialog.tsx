import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import type { ProcessSummary } from '#dsl/protocol/processes.ts';
import { api } from '../kit/api.ts';
import { kit } from '../kit/messages/en/kit.ts';
import { design as t } from '../kit/messages/en/design.ts';
import { ProblemNote } from '../kit/problem.tsx';

/** Makes an empty process and opens it. */
export function CreateProcessDialog(props: {
  readonly taken: readonly ProcessSummary[];
  readonly onClose: () => void;
}) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const isTaken = props.taken.some((process) => process.name === name.trim());
  const create = useMutation({
    mutationFn: () => api.send('POST', '/api/processes', { name: name.trim() }, z.unknown()),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['processes'] });
      await navigate({ to: '/design/$process', params: { process: name.trim() } });
    },
  });
  return (
    <Modal opened onClose={props.onClose} title={t.newProcess}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate();
        }}
      >
        <Stack>
          <TextInput
            label={t.processName}
            data-autofocus
            value={name}
            maxLength={128}
            error={isTaken && t.nameTaken}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <ProblemNote error={create.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {kit.cancel}
            </Button>
            <Button type="submit" loading={create.isPending} disabled={name.trim() === '' || isTaken}>
              {t.createProcess}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
