import { VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Outlet, useParams } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { ProcessDraft } from '#dsl/protocol/processes.ts';
import { readDocument } from '../commands/read-document.ts';
import { Loading } from '../kit/loading.tsx';
import { ProblemNote } from '../kit/problem.tsx';
import { BrokenDraft } from './broken-draft.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { OpenProcessContext } from './editor-context.tsx';
import { followServer, openEditor } from './open-editors.ts';
import { ProcessBar } from './process-bar.tsx';
import { Presence } from './presence.tsx';
import { draftQuery } from './draft-query.ts';
import { useProblems } from './use-problems.ts';
import { useSurroundings } from './use-surroundings.ts';

/** A draft that was read so long ago is as good as new. */
const justReadMs = 2000;

/** Around both canvases of a process: loads the draft, keeps its editor while people move between canvases, saves. */
export function ProcessFrame() {
  const { process } = useParams({ from: '/design/$process' });
  const draft = useQuery({
    ...draftQuery(process),
    // what the address has just asked for need not be asked for again
    refetchOnMount: ({ state }) => Date.now() - state.dataUpdatedAt > justReadMs && 'always',
  });
  if (draft.isPending) return <Loading />;
  if (draft.data === undefined) {
    return (
      <div style={{ padding: 24, maxWidth: 560 }}>
        <ProblemNote error={draft.error} onRetry={() => void draft.refetch()} />
      </div>
    );
  }
  return <OpenFrame key={process} draft={draft.data} />;
}

function OpenFrame({ draft }: { readonly draft: ProcessDraft }) {
  const { name } = draft;
  const opened = useMemo(() => openEditor(draft), [draft]);
  const { editor, saver } = opened;
  useEffect(() => followServer(opened, draft), [opened, draft]);
  useLeaveGuard(saver.state);
  const isSound = useStore(editor, (state) => readDocument(state.snapshot.document).process !== undefined);
  const known = useSurroundings(name);
  const problems = useProblems(editor, known);
  const open = useMemo(() => ({ name, editor, saver, problems, known }), [name, editor, saver, problems, known]);
  return (
    <OpenProcessContext value={open}>
      <VisuallyHidden component="h1">{name}</VisuallyHidden>
      <Presence />
      <ProcessBar summary={draft} />
      {isSound ? <Outlet /> : <BrokenDraft />}
      <ConflictDialog />
    </OpenProcessContext>
  );
}

// closing the tab with unsaved changes asks; within the app the editor stays open and goes on saving
function useLeaveGuard(state: ReturnType<typeof openEditor>['saver']['state']): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (state.getState().status !== 'saved') event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [state]);
}
