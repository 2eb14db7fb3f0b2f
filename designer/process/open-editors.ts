import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import { type ProcessDraft, processDraftSchema, savedDraftSchema } from '#dsl/protocol/processes.ts';
import type { Snapshot } from '../commands/edit.ts';
import { createEditorStore, type EditorStore } from '../commands/editor-store.ts';
import { api } from '../kit/api.ts';
import { queryClient } from '../kit/query-client.ts';
import { notifications } from '@mantine/notifications';
import { versions as t } from '../kit/messages/en/versions.ts';
import { createDraftSaver, type DraftSaver, type ServerDraft } from './draft-saver.ts';
import { processKey, processPath } from './process-path.ts';

/** A process that is being edited in this tab. */
export interface OpenEditor {
  readonly editor: EditorStore;
  readonly saver: DraftSaver;
}

const saveDelayMs = 800;
const open = new Map<string, OpenEditor>();

/**
 * The editor of a process; the same one for as long as the tab lives, so that leaving the page loses neither unsaved work
 * nor the way back.
 */
export function openEditor(draft: ProcessDraft): OpenEditor {
  const known = open.get(draft.name);
  if (known !== undefined) return known;
  const editor = createEditorStore(snapshotOf(draft));
  const saver = createDraftSaver({
    editor,
    revision: draft.revision,
    delayMs: saveDelayMs,
    save: async ({ document, layout }, revision) => {
      const body = { draft: document, layout, revision };
      const saved = await api.send('PUT', `${processPath(draft.name)}/draft`, body, savedDraftSchema);
      void queryClient.invalidateQueries({ queryKey: processKey(draft.name) });
      return saved.revision;
    },
    load: async () => serverDraft(await api.get(processPath(draft.name), processDraftSchema)),
    onMerged: ({ by }) => notifications.show({ message: t.mergedIn(by ?? t.somebody) }),
  });
  const opened = { editor, saver };
  open.set(draft.name, opened);
  return opened;
}

/** Takes over what the server has, when it is newer and nothing here waits to be saved. */
export function followServer({ saver }: OpenEditor, draft: ProcessDraft): void {
  saver.follow(serverDraft(draft));
}

/** Forgets an editor, once its process is gone. */
export function closeEditor(name: string): void {
  open.get(name)?.saver.stop();
  open.delete(name);
}

/** A draft as the editor holds it. The document may still have problems, also of its frame. */
export function snapshotOf(draft: Pick<ProcessDraft, 'draft' | 'layout'>): Snapshot {
  return { document: draft.draft as unknown as BusinessProcessInput, layout: draft.layout };
}

function serverDraft(draft: ProcessDraft): ServerDraft {
  return { snapshot: snapshotOf(draft), revision: draft.revision, by: draft.updatedBy };
}

/** What the open editor of a process holds now; `undefined` when the process is not open in this tab. */
export function snapshotInEditor(name: string): Snapshot | undefined {
  return open.get(name)?.editor.getState().snapshot;
}
