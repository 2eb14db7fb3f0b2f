import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Snapshot } from '../commands/edit.ts';
import type { EditorStore } from '../commands/editor-store.ts';
import { isRequestFailure } from '../kit/api.ts';

/** Where the draft stands on its way to the server. After `conflict` nothing is saved until a person has decided. */
export interface SaveState {
  readonly status: 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict';
  /** Revision on the server that the next save starts from. */
  readonly revision: number;
  readonly error: unknown;
}

/** What the saver works with. */
export interface SaverParts {
  readonly editor: EditorStore;
  readonly revision: number;
  /** Pause after the last edit before saving, in milliseconds. */
  readonly delayMs: number;
  /** Saves; answers with the new revision, rejects with a 409 when somebody saved meanwhile. */
  save(snapshot: Snapshot, revision: number): Promise<number>;
}

/** Saves a draft by itself, one request at a time. */
export interface DraftSaver {
  readonly state: StoreApi<SaveState>;
  /** Saves what is left to save, now; resolves when the server has it, rejects when it does not. */
  flush(): Promise<void>;
  /** Decides a conflict: this draft replaces the one saved meanwhile. */
  keepMine(revision: number): Promise<void>;
  /** Decides a conflict: the draft saved meanwhile replaces this one. */
  takeTheirs(snapshot: Snapshot, revision: number): void;
  stop(): void;
}

// long enough for a server to come back, short enough that nobody has left the page
const retryMs = 5000;

/** Watches the editor and saves after every pause. */
export function createDraftSaver(parts: SaverParts): DraftSaver {
  const { editor } = parts;
  const state = createStore<SaveState>()(() => ({ status: 'saved', revision: parts.revision, error: undefined }));
  let saved = editor.getState().snapshot;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;

  const saveOnce = async (): Promise<void> => {
    const { snapshot } = editor.getState();
    if (snapshot === saved) return;
    state.setState({ status: 'saving' });
    try {
      const revision = await parts.save(snapshot, state.getState().revision);
      saved = snapshot;
      state.setState({
        revision,
        error: undefined,
        status: editor.getState().snapshot === saved ? 'saved' : 'waiting',
      });
    } catch (error) {
      const isConflict = isRequestFailure(error) && error.status === 409;
      state.setState({ status: isConflict ? 'conflict' : 'failed', error });
      throw error;
    }
  };
  const save = (): Promise<void> => {
    clearTimeout(timer);
    running ??= saveOnce().finally(() => {
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
    keepMine: (revision) => {
      state.setState({ revision, status: 'waiting', error: undefined });
      return flush();
    },
    takeTheirs: (snapshot, revision) => {
      saved = snapshot;
      state.setState({ revision, status: 'saved', error: undefined });
      editor.getState().reset(snapshot);
    },
    stop: () => {
      clearTimeout(timer);
      unsubscribe();
    },
  };
}
