import { ActionIcon, Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { z } from 'zod';
import { api } from '../kit/api.ts';
import { design as t } from '../kit/messages/en/design.ts';
import { kit } from '../kit/messages/en/kit.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { closeEditor } from './open-editors.ts';
import { processKey, processPath } from './process-path.ts';

/** Deletes a process, once its name has been typed. */
export function DeleteProcessButton(props: { readonly name: string }) {
  const { name } = props;
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const remove = useMutation({
    mutationFn: () => api.send('DELETE', processPath(name), undefined, z.unknown()),
    onSuccess: async () => {
      closeEditor(name);
      client.removeQueries({ queryKey: processKey(name) });
      await client.invalidateQueries({ queryKey: ['processes'] });
    },
  });
  return (
    <>
      <ActionIcon mx={8} aria-label={`${t.deleteProcess}: ${name}`} onClick={() => setAsking(true)}>
        <IconTrash size={16} />
      </ActionIcon>
      <Modal opened={isAsking} onClose={() => setAsking(false)} title={t.deleteTitle(name)}>
        <Stack>
          <Text size="sm">{t.deleteHelp}</Text>
          <TextInput
            data-autofocus
            label={t.deleteConfirm}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <ProblemNote error={remove.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={() => setAsking(false)}>
              {kit.cancel}
            </Button>
            <Button color="red" disabled={typed !== name} loading={remove.isPending} onClick={() => remove.mutate()}>
              {t.deleteProcess}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
