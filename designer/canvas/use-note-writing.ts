import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useCallback, useMemo, useState } from 'react';
import type { NoteWriting } from './canvas-note.tsx';
import type { CanvasProps } from './canvas-props.ts';

/** Which note is being written on the spot, and what each note needs for it; `undefined` where notes are only read. */
export function useNoteWriting(props: CanvasProps): {
  writing(id: string): NoteWriting | undefined;
  open(id: string): void;
} {
  const { isReadOnly, onWriteNote } = props;
  const [opened, setOpened] = useState<string>();
  const [open, closed] = useMemo(() => {
    const parts = {
      onText: (id: string, text: string) => onWriteNote?.(id, text),
      onOpen: setOpened,
      onClose: () => setOpened(undefined),
    };
    return [
      { ...parts, isOpen: true },
      { ...parts, isOpen: false },
    ] as const;
  }, [onWriteNote]);
  const writing = useCallback(
    (id: string) => (isReadOnly === true || onWriteNote === undefined ? undefined : id === opened ? open : closed),
    [isReadOnly, onWriteNote, opened, open, closed],
  );
  return { writing, open: setOpened };
}

/** Puts a note in the middle of what is seen, ready to be written; `undefined` where notes cannot be added. */
export function useAddNote(props: CanvasProps, open: (id: string) => void): (() => void) | undefined {
  const { isReadOnly, onAddNote } = props;
  const { screenToFlowPosition } = useReactFlow();
  const store = useStoreApi();
  if (isReadOnly === true || onAddNote === undefined) return undefined;
  return () => {
    const box = store.getState().domNode?.getBoundingClientRect();
    const middle = screenToFlowPosition({
      x: (box?.left ?? 0) + (box?.width ?? 0) / 2,
      y: (box?.top ?? 0) + (box?.height ?? 0) / 2,
    });
    open(onAddNote(middle));
  };
}
