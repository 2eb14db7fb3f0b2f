import { Button, FileButton, Modal, Stack, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { importResultSchema } from '#dsl/protocol/imports.ts';
import { api } from '../kit/api.ts';
import { design as t } from '../kit/messages/en/design.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { ImportPlan } from './import-plan.tsx';

/** Imports a bundle: a dry run shows what is new, the same or in conflict; nothing is overwritten unasked. */
export function ImportDialog(props: { readonly onClose: () => void }) {
  const dry = useMutation({
    mutationFn: async (file: File) => {
      const bundle = readJson(await file.text());
      return { bundle, result: await api.send('POST', '/api/import', { bundle }, importResultSchema) };
    },
  });
  const found = dry.data;
  const errors = (found?.result.diagnostics ?? []).filter((diagnostic) => diagnostic.severity === 'error');
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
        <ProblemNote error={dry.error} />
        {errors.map((error) => (
          <ProblemNote key={`${error.path.join('/')} ${error.message}`} error={new Error(error.message)} />
        ))}
        {found !== undefined && (
          <ImportPlan key={dry.submittedAt} bundle={found.bundle} result={found.result} onDone={props.onClose} />
        )}
      </Stack>
    </Modal>
  );
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(t.importUnreadable, { cause });
  }
}
