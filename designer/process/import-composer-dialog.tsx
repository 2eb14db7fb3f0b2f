import { Button, FileButton, Group, Modal, Stack, Text } from '@mantine/core';
import { IconFileZip, IconFolderOpen } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { projectFileKind } from '#dsl/composer/project-file.ts';
import { type ComposerImport, composerImportSchema } from '#dsl/protocol/composer.ts';
import { importResultSchema } from '#dsl/protocol/imports.ts';
import { api } from '../kit/api.ts';
import { Loading } from '../kit/loading.tsx';
import { composer as t } from '../kit/messages/en/composer.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { ImportPlan } from './import-plan.tsx';
import { ParityReport } from './parity-report.tsx';

/** Imports a Composer project: the report of what comes over first, then the import of bundles with its dry run. */
export function ImportComposerDialog(props: { readonly onClose: () => void }) {
  const read = useMutation({ mutationFn: readProject });
  const dry = useMutation({
    mutationFn: ({ bundle }: ComposerImport) => api.send('POST', '/api/import', { bundle }, importResultSchema),
  });
  const choose = (files: readonly File[]) => {
    dry.reset();
    if (files.length > 0) read.mutate(files);
  };
  const found = read.data;
  return (
    <Modal opened onClose={props.onClose} title={t.title} size="min(1200px, 94vw)">
      <Stack>
        {found === undefined && (
          <Text size="sm" c="dimmed">
            {t.help}
          </Text>
        )}
        <Choose isSmall={found !== undefined} onChoose={choose} />
        {read.isPending && <Loading />}
        <ProblemNote error={read.error ?? dry.error} />
        {found !== undefined && !read.isPending && (
          <>
            <ParityReport key={read.submittedAt} report={found.report} diagnostics={found.diagnostics} />
            {dry.data === undefined ? (
              <Group justify="flex-end">
                <Button loading={dry.isPending} onClick={() => dry.mutate(found)}>
                  {t.goOn}
                </Button>
              </Group>
            ) : (
              <ImportPlan key={dry.submittedAt} bundle={found.bundle} result={dry.data} onDone={props.onClose} />
            )}
          </>
        )}
      </Stack>
    </Modal>
  );
}

function Choose(props: { readonly isSmall: boolean; readonly onChoose: (files: readonly File[]) => void }) {
  const folder = useRef<HTMLInputElement>(null);
  const size = props.isSmall ? 'xs' : 'sm';
  return (
    <Group gap="sm">
      <FileButton
        multiple
        accept=".zip,.ixnprocess,.workflow,.callflow,.studio_diagram,.scxml,.sql"
        onChange={props.onChoose}
      >
        {(button) => (
          <Button {...button} size={size} variant="default" leftSection={<IconFileZip size={16} />}>
            {t.chooseZip}
          </Button>
        )}
      </FileButton>
      <Button
        size={size}
        variant="default"
        leftSection={<IconFolderOpen size={16} />}
        onClick={() => folder.current?.click()}
      >
        {t.chooseFolder}
      </Button>
      <input
        ref={(input) => {
          folder.current = input;
          // React knows no such attribute, and browsers know no other way to choose a folder
          input?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        multiple
        hidden
        aria-label={t.chooseFolder}
        onChange={(event) => {
          props.onChoose([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </Group>
  );
}

/** Sends what a project is read from, with its path; recordings and the like of a folder stay where they are. */
function readProject(files: readonly File[]): Promise<ComposerImport> {
  const form = new FormData();
  let count = 0;
  for (const file of files) {
    const path = file.webkitRelativePath === '' ? file.name : file.webkitRelativePath;
    if (projectFileKind(path) === undefined && !/\.zip$/i.test(path)) continue;
    form.append('files', file, path);
    count += 1;
  }
  if (count === 0) return Promise.reject(new Error(t.noProject));
  return api.send('POST', '/api/import/composer', form, composerImportSchema);
}
