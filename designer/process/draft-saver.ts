import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Snapshot } from '../commands/edit.ts';
import type { EditorStore } from '../commands/editor-store.ts';
import type { MergeConflict } from '#dsl/document/merge-conflict.ts';
import type { Side } from '#dsl/document/merge-values.ts';
import { isRequestFailure } from '../kit/api.ts';
import { mergeDrafts } from './merge-drafts.ts';

/** A draft as the server has it. */
export interface ServerDraft {
  readonly snapshot: Snapshot;
  readonly revision: number;
  /** Who saved it; null when nobody knows. */
  readonly by: string | null;
}

/** What two people changed differently, and what the other one saved. */
export interface DraftConflict {
  readonly theirs: ServerDraft;
  readonly conflicts: readonly MergeConflict[];
}

/** Where the draft stands on its way to the server. After `conflict` nothing is saved until a person has decided. */
export interface SaveState {
  readonly status: 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict';
  /** Revision on the server that the next save starts from. */
  readonly revision: number;
  readonly error: unknown;
  /** Set while the status is `conflict`. */
  readonly conflict: DraftConflict | undefined;
}

/** What the saver works with. */
export interface SaverParts {
  readonly editor: EditorStore;
  readonly revision: number;
  /** Pause after the last edit before saving, in milliseconds. */
  readonly delayMs: number;
  /** Saves; answers with the new revision, rejects with a 409 when somebody saved meanwhile. */
  save(snapshot: Snapshot, revision: number): Promise<number>;
  /** Reads what somebody else saved. */
  load(): Promise<ServerDraft>;
  /** Called when changes of somebody else were merged into edits made here. */
  onMerged?(theirs: ServerDraft): void;
}

/** Saves a draft by itself, one request at a time. */
export interface DraftSaver {
  readonly state: StoreApi<SaveState>;
  /** Saves what is left to save, now; resolves when the server has it, rejects when it does not. */
  flush(): Promise<void>;
  /** Decides a conflict, field by field, and saves what comes of it. */
  resolve(choose: (conflict: MergeConflict) => Side): Promise<void>;
  /** Takes over what the server has now, when it is newer and nothing here waits to be saved. */
  follow(theirs: ServerDraft): void;
  stop(): void;
}

// long enough for a server to come back, short enough that nobody has left the page
const retryMs = 5000;
// two people who both save at once meet a few times in a row, not more
const maxMerges = 5;

/** Watches the editor and saves after every pause. */
export function createDraftSaver(parts: SaverParts): DraftSaver {
  const { editor } = parts;
  const state = createStore<SaveState>()(() => ({
    status: 'saved',
    revision: parts.revision,
    error: undefined,
    conflict: undefined,
  }));
  let saved = editor.getState().snapshot;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;

  const saveOnce = async (): Promise<void> => {
    const { snapshot } = editor.getState();
    if (snapshot === saved) return;
    state.setState({ status: 'saving' });
    const revision = await parts.save(snapshot, state.getState().revision);
    saved = snapshot;
    const status = editor.getState().snapshot === saved ? 'saved' : 'waiting';
    state.setState({ revision, error: undefined, status });
  };
  /** Merges what somebody else saved into what is edited here. False when a person has to decide first. */
  const takeIn = (theirs: ServerDraft, choose?: (conflict: MergeConflict) => Side): boolean => {
    const { snapshot, rebase } = editor.getState();
    const merged = mergeDrafts({ base: saved, ours: snapshot, theirs: theirs.snapshot }, choose);
    if (merged.conflicts.length > 0 && choose === undefined) {
      state.setState({ status: 'conflict', conflict: { theirs, conflicts: merged.conflicts } });
      return false;
    }
    saved = merged.theirs;
    rebase(merged.snapshot, merged.rebase);
    state.setState({ revision: theirs.revision, status: 'waiting', error: undefined, conflict: undefined });
    return true;
  };
  const saveMerging = async (): Promise<void> => {
    for (let merges = 0; ; merges += 1) {
      try {
        await saveOnce();
        return;
      } catch (error) {
        const isBehind = isRequestFailure(error) && error.status === 409 && merges < maxMerges;
        if (!isBehind) throw error;
        const theirs = await parts.load();
        if (!takeIn(theirs)) throw error;
        parts.onMerged?.(theirs);
      }
    }
  };
  const saveOrTell = async (): Promise<void> => {
    try {
      await saveMerging();
    } catch (error) {
      const status = state.getState().status === 'conflict' ? 'conflict' : 'failed';
      state.setState({ status, error });
      throw error;
    }
  };
  const save = (): Promise<void> => {
    clearTimeout(timer);
    running ??= saveOrTell().finally(() => {
      running = undefined;
    });
    return running;
  };
  const schedule = (delayMs: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      save().then(
        () => editor.getState().snapshot !== saved && schedule(parts.delayMs),
        () => state.getState().status === 'failed' && schedule(retryMs),
      );
    }, delayMs);
  };
  const unsubscribe = editor.subscribe(({ snapshot }, before) => {
    if (snapshot === before.snapshot || state.getState().status === 'conflict') return;
    if (snapshot === saved && running === undefined) {
      // undone before it was sent
      clearTimeout(timer);
      state.setState({ status: 'saved', error: undefined });
      return;
    }
    if (state.getState().status !== 'saving') state.setState({ status: 'waiting' });
    schedule(parts.delayMs);
  });
  const flush = async (): Promise<void> => {
    if (running !== undefined) await running;
    if (editor.getState().snapshot !== saved) await save();
    if (state.getState().status !== 'saved') state.setState({ status: 'saved' });
  };
  return {
    state,
    flush,
    resolve: async (choose) => {
      const { conflict } = state.getState();
      if (conflict !== undefined) takeIn(conflict.theirs, choose);
      await flush();
    },
    follow: (theirs) => {
      const { status, revision } = state.getState();
      if (status !== 'saved' || running !== undefined || theirs.revision <= revision) return;
      const { snapshot, rebase } = editor.getState();
      const merged = mergeDrafts({ base: saved, ours: snapshot, theirs: theirs.snapshot });
      saved = merged.theirs;
      state.setState({ revision: theirs.revision, error: undefined });
      rebase(merged.theirs, merged.rebase);
    },
    stop: () => {
      clearTimeout(timer);
      unsubscribe();
    },
  };
}
