import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Diagnostic } from '#dsl/errors/diagnostic.ts';
import type { EditorState, EditorStore } from '../commands/editor-store.ts';
import type { DraftSaver, SaveState } from './draft-saver.ts';
import type { KnownNames } from './use-surroundings.ts';

/** What every part of an open process works with. */
export interface OpenProcess {
  readonly name: string;
  readonly editor: EditorStore;
  readonly saver: DraftSaver;
  /** Everything the checks found in the current document. */
  readonly problems: readonly Diagnostic[];
  /** Names of what the process may refer to outside itself. */
  readonly known: KnownNames;
}

/** The open process; provided by the frame around both canvases. */
export const OpenProcessContext = createContext<OpenProcess | null>(null);

/** The process that is open on this page. */
export function useOpenProcess(): OpenProcess {
  const open = useContext(OpenProcessContext);
  if (open === null) throw new Error('used outside the frame of an open process');
  return open;
}

/** A part of the editor's state; re-renders when that part changes. */
export function useEditor<Part>(select: (state: EditorState) => Part): Part {
  return useStore(useOpenProcess().editor, select);
}

/** Where the draft stands on its way to the server. */
export function useSaveState(): SaveState {
  return useStore(useOpenProcess().saver.state);
}
