import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { canonicalText } from '#dsl/document/canonical-text.ts';
import { processDraftSchema } from '#dsl/protocol/processes.ts';
import { DiffEditor } from '../code/lazy-editors.tsx';
import { api } from '../kit/api.ts';
import { Loading } from '../kit/loading.tsx';
import { design as t } from '../kit/messages/en/design.ts';
import { ProblemNote } from '../kit/problem.tsx';
import { useEditor, useOpenProcess, useSaveState } from './editor-context.tsx';
import { snapshotOf } from './open-editors.ts';
import { processPath } from './process-path.ts';

/** Opens by itself when somebody else saved the process meanwhile: shows both drafts and lets one win. */
export function ConflictDialog() {
  const isOpen = useSaveState().status === 'conflict';
  return (
    <Modal opened={isOpen} onClose={() => undefined} withCloseButton={false} size="90%" title={t.conflictTitle}>
      {isOpen && <Decision />}
    </Modal>
  );
}

function Decision() {
  const { name, saver } = useOpenProcess();
  const mine = useEditor((state) => state.snapshot.document);
  const theirs = useQuery({
    queryKey: ['conflict', name, saver.state.getState().revision],
    queryFn: ({ signal }) => api.get(processPath(name), processDraftSchema, signal),
    gcTime: 0,
  });
  const keep = useMutation({ mutationFn: (revision: number) => saver.keepMine(revision) });
  if (theirs.data === undefined) {
    return theirs.isPending ? <Loading /> : <ProblemNote error={theirs.error} onRetry={() => void theirs.refetch()} />;
  }
  const draft = theirs.data;
  return (
    <Stack>
      <Text size="sm">{t.conflictHelp}</Text>
      <DiffEditor height="50vh" language="json" before={canonicalText(draft.draft)} after={canonicalText(mine)} />
      <ProblemNote error={keep.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={() => saver.takeTheirs(snapshotOf(draft), draft.revision)}>
          {t.takeTheirs}
        </Button>
        <Button loading={keep.isPending} onClick={() => keep.mutate(draft.revision)}>
          {t.keepMine}
        </Button>
      </Group>
    </Stack>
  );
}
