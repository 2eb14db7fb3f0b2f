import { Badge, Button, Checkbox, FileButton, Group, Modal, Stack, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconUpload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type ImportResult, importResultSchema } from '#dsl/protocol/processes.ts';
import { api } from '../kit/api.ts';
import { design as t } from '../kit/messages/en/design.ts';
import { ProblemNote } from '../kit/problem.tsx';

type Item = ImportResult['items'][number];

const statusColours = { new: 'teal', same: 'gray', conflict: 'orange' } as const;

/** Imports a bundle: a dry run shows what is new, the same or in conflict; nothing is overwritten unasked. */
export function ImportDialog(props: { readonly onClose: () => void }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [bundle, setBundle] = useState<unknown>();
  const [overwrite, setOverwrite] = useState<readonly string[]>([]);
  const dry = useMutation({
    mutationFn: async (file: File) => {
      const read = readJson(await file.text());
      setBundle(read);
      setOverwrite([]);
      return api.send('POST', '/api/import', { bundle: read }, importResultSchema);
    },
  });
  const apply = useMutation({
    mutationFn: () => api.send('POST', '/api/import', { bundle, apply: true, overwrite }, importResultSchema),
    onSuccess: async (result) => {
      await client.invalidateQueries();
      notifications.show({ message: t.importDone, color: 'teal' });
      props.onClose();
      const process = result.items.find((item) => item.kind === 'process');
      if (process !== undefined) await navigate({ to: '/design/$process', params: { process: process.name } });
    },
  });
  const result = dry.data;
  const writes = (result?.items ?? []).filter((item) => item.status === 'new' || overwrite.includes(keyOf(item)));
  const errors = (result?.diagnostics ?? []).filter((diagnostic) => diagnostic.severity === 'error');
  return (
    <Modal opened onClose={props.onClose} title={t.importTitle} size="xl">
      <Stack>
        <Text size="sm" c="dimmed">
          {t.importHelp}
        </Text>
        <FileButton accept="application/json,.json" onChange={(file) => file !== null && dry.mutate(file)}>
          {(button) => (
            <Button {...button} variant="default" leftSection={<IconUpload size={16} />} style={{ alignSelf: 'start' }}>
              {t.importChoose}
            </Button>
          )}
        </FileButton>
        <ProblemNote error={dry.error ?? apply.error} />
        {errors.map((error) => (
          <ProblemNote key={`${error.path.join('/')} ${error.message}`} error={new Error(error.message)} />
        ))}
        {result !== undefined && (
          <>
            <ItemTable items={result.items} overwrite={overwrite} onOverwrite={setOverwrite} />
            <Group justify="flex-end">
              {writes.length === 0 && (
                <Text size="sm">
                  {result.items.some((item) => item.status === 'conflict') ? t.importChooseConflicts : t.importNothing}
                </Text>
              )}
              <Button disabled={writes.length === 0} loading={apply.isPending} onClick={() => apply.mutate()}>
                {t.importApply(writes.length)}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  );
}

function ItemTable(props: {
  readonly items: readonly Item[];
  readonly overwrite: readonly string[];
  readonly onOverwrite: (keys: readonly string[]) => void;
}) {
  const { items, overwrite, onOverwrite } = props;
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          {Object.values(t.importColumns).map((column) => (
            <Table.Th key={column}>{column}</Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {items.map((item) => {
          const key = keyOf(item);
          const isOverwritten = overwrite.includes(key);
          const action = item.status === 'new' ? 'create' : isOverwritten ? 'overwrite' : 'keep';
          return (
            <Table.Tr key={key}>
              <Table.Td>{t.importKinds[item.kind]}</Table.Td>
              <Table.Td>
                {item.name}
                {item.differences.map((difference) => (
                  <Text key={difference} size="xs" c="dimmed">
                    {difference}
                  </Text>
                ))}
              </Table.Td>
              <Table.Td>
                <Badge variant="light" color={statusColours[item.status]} tt="none">
                  {t.importStatus[item.status]}
                </Badge>
              </Table.Td>
              <Table.Td>{t.importAction[action]}</Table.Td>
              <Table.Td>
                {item.status === 'conflict' && (
                  <Checkbox
                    aria-label={t.importOverwrite(item.name)}
                    checked={isOverwritten}
                    onChange={() =>
                      onOverwrite(isOverwritten ? overwrite.filter((one) => one !== key) : [...overwrite, key])
                    }
                  />
                )}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

function keyOf(item: Item): string {
  return `${item.kind}:${item.name}`;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(t.importUnreadable, { cause });
  }
}
