import { Button, FileButton, Modal, Stack, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { z } from 'zod';
import { type ImportBackup, importResultSchema } from '#dsl/protocol/imports.ts';
import { api } from '../kit/api.ts';
import { design as t } from '../kit/messages/en/design.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { ImportBackups } from './import-backups.tsx';
import type { ImportChoices } from './import-choices.ts';
import { ImportPlan } from './import-plan.tsx';

/** Imports a bundle: a dry run shows what is new, the same or in conflict; nothing is overwritten unasked, and what was is put back from here. */
export function ImportDialog(props: { readonly onClose: () => void }) {
  const dry = useMutation({
    mutationFn: async (source: File | ImportBackup) => {
      const { bundle, choices } = await read(source);
      return { bundle, choices, result: await api.send('POST', '/api/import', { bundle }, importResultSchema) };
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
          <ImportPlan
            key={dry.submittedAt}
            bundle={found.bundle}
            choices={found.choices}
            result={found.result}
            onDone={props.onClose}
          />
        )}
        {found === undefined && <ImportBackups onPutBack={(backup) => dry.mutate(backup)} />}
      </Stack>
    </Modal>
  );
}

/** The bundle of a file, or of what an import replaced; that is put back by overwriting what replaced it. */
async function read(source: File | ImportBackup): Promise<{ bundle: unknown; choices: ImportChoices }> {
  if (source instanceof File) return { bundle: readJson(await source.text()), choices: {} };
  const bundle = await api.get(`/api/import/backups/${source.id}`, z.json());
  const choice = { action: 'overwrite', name: '', imported: [] } as const;
  return { bundle, choices: Object.fromEntries(source.items.map((item) => [item, choice])) };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(t.importUnreadable, { cause });
  }
}
