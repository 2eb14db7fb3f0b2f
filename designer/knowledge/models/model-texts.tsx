import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { modelDetailSchema, type ModelSummary } from '#dsl/protocol/knowledge.ts';
import { api } from '../../kit/api.ts';
import { serverProblems } from '../../kit/form/issue-words.ts';
import { knowledge } from '../../kit/messages/en/knowledge.ts';
import { ProblemNote } from '../../kit/problem.tsx';
import { modelPath, modelQuery, modelsQuery } from '../knowledge-queries.ts';
import { CsvDrop, type CsvFile } from './csv-drop.tsx';
import { csvOf } from './csv-of.ts';
import classes from './models.module.css';

const t = knowledge.models;

/** The texts a model learned from: to take along as a file, and to replace by another. */
export function ModelTexts({ model }: { readonly model: ModelSummary }) {
  const { name, description, language } = model;
  const client = useQueryClient();
  const [file, setFile] = useState<CsvFile>();
  const download = useMutation({
    mutationFn: () => client.fetchQuery(modelQuery(name)),
    onSuccess: ({ document }) => save(`${name}.csv`, csvOf(document.examples)),
  });
  const train = useMutation({
    mutationFn: (csv: string) =>
      api.send(
        'PUT',
        modelPath(name),
        { csv, ...(description !== '' && { description }), ...(language !== null && { language }) },
        modelDetailSchema,
      ),
    onSuccess: () => {
      setFile(undefined);
      notifications.show({ message: t.state.training });
      return client.invalidateQueries({ queryKey: modelsQuery.queryKey });
    },
  });
  const problem = serverProblems(train.error)['csv'];
  return (
    <>
      <Text size="sm" className={classes.dim ?? ''}>
        {t.csvReplaceHelp(model.examples)}
      </Text>
      <CsvDrop
        file={file}
        problem={problem}
        onFile={(given) => {
          train.reset();
          setFile(given);
        }}
      />
      <ProblemNote error={problem === undefined ? train.error : null} />
      <ProblemNote error={download.error} />
      <Group>
        {file !== undefined && (
          <Button loading={train.isPending} onClick={() => train.mutate(file.text)}>
            {t.csvReplace}
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<IconDownload size={15} />}
          loading={download.isPending}
          onClick={() => download.mutate()}
        >
          {t.download}
        </Button>
      </Group>
    </>
  );
}

function save(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
