import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type ImportResult, importResultSchema } from '#dsl/protocol/imports.ts';
import { api } from '../kit/api.ts';
import { design as t } from '../kit/messages/en/design.ts';
import { imports } from '../kit/messages/en/imports.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { countWritten, type ImportChoices, nameProblem, requestOf } from './import-choices.ts';
import { ImportTable } from './import-table.tsx';

/** What a dry run found of a bundle, the choice for each conflict, and the button that imports it. Nothing is overwritten unasked. */
export function ImportPlan(props: {
  readonly bundle: unknown;
  readonly result: ImportResult;
  /** Choices to begin with; left out: what is here is kept. */
  readonly choices?: ImportChoices;
  readonly onDone: () => void;
}) {
  const { bundle, result } = props;
  const { items } = result;
  const client = useQueryClient();
  const navigate = useNavigate();
  const [choices, setChoices] = useState<ImportChoices>(props.choices ?? {});
  const apply = useMutation({
    mutationFn: () =>
      api.send('POST', '/api/import', { bundle, apply: true, ...requestOf(items, choices) }, importResultSchema),
    onSuccess: async (done) => {
      await client.invalidateQueries();
      notifications.show({ message: t.importDone, color: 'teal' });
      props.onDone();
      const process = done.items.find((item) => item.kind === 'process');
      if (process !== undefined) await navigate({ to: '/design/$process', params: { process: process.name } });
    },
  });
  const written = countWritten(items, choices);
  const isNamed = items.every((item) => nameProblem(item, items, choices) === undefined);
  const hasConflicts = items.some((item) => item.status === 'conflict');
  return (
    <Stack>
      <ProblemNote error={apply.error} />
      <ImportTable items={items} choices={choices} onChange={setChoices} />
      <Group justify="flex-end">
        {written === 0 && <Text size="sm">{hasConflicts ? imports.chooseConflicts : t.importNothing}</Text>}
        <Button disabled={written === 0 || !isNamed} loading={apply.isPending} onClick={() => apply.mutate()}>
          {t.importApply(written)}
        </Button>
      </Group>
    </Stack>
  );
}
