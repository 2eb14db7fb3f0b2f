import { Badge, Button, Checkbox, Group, Stack, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type ImportResult, importResultSchema } from '#dsl/protocol/imports.ts';
import { api } from '../kit/api.ts';
import { design as t } from '../kit/messages/en/design.ts';
import { ProblemNote } from '../kit/problem.tsx';

type Item = ImportResult['items'][number];

const statusColours = { new: 'teal', same: 'gray', conflict: 'orange' } as const;

/** What a dry run found of a bundle, the choice of what to overwrite, and the button that imports it. Nothing is overwritten unasked. */
export function ImportPlan(props: {
  readonly bundle: unknown;
  readonly result: ImportResult;
  readonly onDone: () => void;
}) {
  const { bundle, result } = props;
  const client = useQueryClient();
  const navigate = useNavigate();
  const [overwrite, setOverwrite] = useState<readonly string[]>([]);
  const apply = useMutation({
    mutationFn: () => api.send('POST', '/api/import', { bundle, apply: true, overwrite }, importResultSchema),
    onSuccess: async ({ items }) => {
      await client.invalidateQueries();
      notifications.show({ message: t.importDone, color: 'teal' });
      props.onDone();
      const process = items.find((item) => item.kind === 'process');
      if (process !== undefined) await navigate({ to: '/design/$process', params: { process: process.name } });
    },
  });
  const writes = result.items.filter((item) => item.status === 'new' || overwrite.includes(keyOf(item)));
  const hasConflicts = result.items.some((item) => item.status === 'conflict');
  return (
    <Stack>
      <ProblemNote error={apply.error} />
      <ItemTable items={result.items} overwrite={overwrite} onOverwrite={setOverwrite} />
      <Group justify="flex-end">
        {writes.length === 0 && <Text size="sm">{hasConflicts ? t.importChooseConflicts : t.importNothing}</Text>}
        <Button disabled={writes.length === 0} loading={apply.isPending} onClick={() => apply.mutate()}>
          {t.importApply(writes.length)}
        </Button>
      </Group>
    </Stack>
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
