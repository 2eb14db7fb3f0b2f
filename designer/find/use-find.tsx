import { Anchor } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import type { ProcessDraft } from '#dsl/protocol/processes.ts';
import type { EditorStore } from '../commands/editor-store.ts';
import { find as t } from '../kit/messages/en/find.ts';
import { openEditor } from '../process/open-editors.ts';
import { useAllDrafts } from '../process/use-all-drafts.ts';
import { findInProcess, type Match } from './find-in-process.ts';
import { replaceMatches } from './replace-matches.ts';
import type { Query } from './text-query.ts';

/** What was found in one process. */
export interface Found {
  readonly draft: ProcessDraft;
  readonly document: BusinessProcessInput;
  readonly matches: readonly Match[];
}

/** Finds in all drafts, and replaces in their editors, so that each change can be undone where it was made. */
export function useFind(query: Query) {
  const drafts = useAllDrafts();
  const client = useQueryClient();
  const wanted = useDeferredValue(query);
  const found = useMemo(
    () =>
      (drafts.data ?? []).flatMap((draft): Found[] => {
        const document = draft.draft as unknown as BusinessProcessInput;
        const matches = findInProcess(document, wanted);
        return matches.length === 0 ? [] : [{ draft, document, matches }];
      }),
    [drafts.data, wanted],
  );
  const again = (): void => void client.invalidateQueries({ queryKey: ['processes', 'all-drafts'] });
  const replace = (chosen: readonly Found[], replacement: string): void => {
    const changed = chosen.flatMap(({ draft, matches }) => {
      const { editor } = openEditor(draft);
      const edit = replaceMatches(matches, query, replacement);
      if (edit === undefined) return [];
      editor.getState().run(edit);
      return [editor];
    });
    const count = chosen.reduce((sum, { matches }) => sum + matches.length, 0);
    again();
    offerUndo(count, changed, again);
  };
  return { drafts, found, replace };
}

function offerUndo(count: number, editors: readonly EditorStore[], again: () => void): void {
  const steps = editors.map((editor) => ({ editor, step: editor.getState().past.at(-1) }));
  const id = notifications.show({
    message: (
      <>
        {t.done(count)}{' '}
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={() => {
            // only where nothing was done since
            for (const { editor, step } of steps) if (editor.getState().past.at(-1) === step) editor.getState().undo();
            notifications.hide(id);
            notifications.show({ message: t.undone });
            again();
          }}
        >
          {t.undo}
        </Anchor>
      </>
    ),
    autoClose: 15_000,
  });
}
