import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Edit, Snapshot } from './edit.ts';

/** A state that undo or redo goes to, and what the step was. */
export interface Step {
  readonly label: string;
  readonly merge: string | undefined;
  readonly snapshot: Snapshot;
  /** What others changed since, oldest first; brought into the snapshot once somebody goes to it. */
  readonly rebases?: readonly Rebase[];
}

/** Brings what somebody else changed into a snapshot. */
export type Rebase = (snapshot: Snapshot) => Snapshot;

/** What is open in the designer: the current state, the way back and forth, and what is selected. */
export interface EditorState {
  readonly snapshot: Snapshot;
  readonly past: readonly Step[];
  readonly future: readonly Step[];
  /** Ids of cards and wires on the canvas that is shown. */
  readonly selection: readonly string[];
  /** Carries out an edit; one that changes nothing leaves no trace. */
  run(edit: Edit): void;
  undo(): void;
  redo(): void;
  select(ids: readonly string[]): void;
  /** Takes over what came from elsewhere, such as the server; the history begins anew. */
  reset(snapshot: Snapshot): void;
  /** Takes over what somebody else changed, in this state and in all that undo and redo go to; the selection stays. */
  rebase(current: Snapshot, change: Rebase): void;
}

/** An editor of one process. */
export type EditorStore = StoreApi<EditorState>;

/** Opens an editor. The history is unlimited: snapshots share all parts that did not change. */
export function createEditorStore(snapshot: Snapshot): EditorStore {
  return createStore<EditorState>()((set) => ({
    snapshot,
    past: [],
    future: [],
    selection: [],
    run: (edit) => set((state) => afterEdit(state, edit)),
    undo: () => set((state) => afterUndo(state)),
    redo: () => set((state) => afterRedo(state)),
    select: (ids) => set((state) => (sameIds(state.selection, ids) ? state : { selection: ids })),
    rebase: (current, change) =>
      set(({ past, future }) => {
        const steps = (all: readonly Step[]) =>
          all.map((step) => ({ ...step, rebases: [...(step.rebases ?? []), change] }));
        return { snapshot: current, past: steps(past), future: steps(future) };
      }),
    reset: (next) => set({ snapshot: next, past: [], future: [], selection: [] }),
  }));
}

function afterEdit(state: EditorState, edit: Edit): Partial<EditorState> {
  const next = edit.apply(state.snapshot);
  if (next === state.snapshot) return state;
  const last = state.past.at(-1);
  if (edit.merge !== undefined && last?.merge === edit.merge && state.future.length === 0) {
    return { snapshot: next };
  }
  const step: Step = { label: edit.label, merge: edit.merge, snapshot: state.snapshot };
  return { snapshot: next, past: [...state.past, step], future: [] };
}

function afterUndo(state: EditorState): Partial<EditorState> {
  const last = state.past.at(-1);
  if (last === undefined) return state;
  // without its key, so that typing after an undo starts a step of its own
  const undone: Step = { label: last.label, merge: undefined, snapshot: state.snapshot };
  return { snapshot: rebased(last), past: state.past.slice(0, -1), future: [undone, ...state.future] };
}

function afterRedo(state: EditorState): Partial<EditorState> {
  const [next, ...later] = state.future;
  if (next === undefined) return state;
  const redone: Step = { label: next.label, merge: undefined, snapshot: state.snapshot };
  return { snapshot: rebased(next), past: [...state.past, redone], future: later };
}

// a merge of thousands of blocks for each of hundreds of steps would hold up the page; most steps nobody ever goes to
function rebased({ snapshot, rebases = [] }: Step): Snapshot {
  return rebases.reduce((at, change) => change(at), snapshot);
}

function sameIds(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((id, index) => id === right[index]);
}
