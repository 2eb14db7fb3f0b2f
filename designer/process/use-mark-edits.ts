import { useMemo } from 'react';
import type { CanvasFrame, CanvasNote } from '../canvas/canvas-marks.ts';
import type { CanvasProps } from '../canvas/canvas-props.ts';
import type { Edit, Position } from '../commands/edit.ts';
import { frameCards, removeMarks } from '../commands/frame-edits.ts';
import { keepingPlaces } from '../commands/keep-places.ts';
import { markId, markOf } from '../commands/mark-id.ts';
import { addNote, setNote } from '../commands/note-edits.ts';
import { type CanvasName, canvasOf } from '../commands/snapshot-parts.ts';
import { useEditor, useOpenProcess } from './editor-context.tsx';

/** Notes and frames of a canvas, and what people do to them, as the canvas wants it. */
export type MarkEdits = Required<
  Pick<CanvasProps, 'notes' | 'frames' | 'onAddNote' | 'onResizeNote' | 'onWriteNote' | 'onFrame' | 'onUnframe'>
>;

const freshSize = { width: 200, height: 96 };

/** Notes and frames of the canvas that is drawn, with its cards where they are seen. */
export function useMarkEdits(canvas: CanvasName, places: Readonly<Record<string, Position>>): MarkEdits {
  const { editor } = useOpenProcess();
  const layout = useEditor((state) => canvasOf(state.snapshot.layout, canvas));
  const notes = useMemo(() => notesOf(layout.notes), [layout.notes]);
  const frames = useMemo(() => framesOf(layout.frames), [layout.frames]);
  const edits = useMemo(() => {
    const run = (edit: Edit): void => editor.getState().run(keepingPlaces(edit, canvas, places));
    return {
      onAddNote: ({ x, y }: Position) => {
        const at = { x: Math.round(x - freshSize.width / 2), y: Math.round(y - freshSize.height / 2) };
        const { edit, id } = addNote(editor.getState().snapshot, canvas, { ...freshSize, ...at, text: '' });
        run(edit);
        editor.getState().select([id]);
        return id;
      },
      onResizeNote: (id: string, { width, height }: { readonly width: number; readonly height: number }) =>
        run(setNote(canvas, markOf(id)?.key ?? '', { width: Math.round(width), height: Math.round(height) })),
      onWriteNote: (id: string, text: string) => run(setNote(canvas, markOf(id)?.key ?? '', { text })),
      onFrame: (cards: readonly string[]) => {
        const { edit, id } = frameCards(editor.getState().snapshot, canvas, cards);
        run(edit);
        editor.getState().select([id]);
      },
      onUnframe: (ids: readonly string[]) => {
        run(removeMarks(canvas, marksAmong(ids)));
        editor.getState().select([]);
      },
    };
  }, [editor, canvas, places]);
  return { notes, frames, ...edits };
}

/** Notes and frames among ids of a canvas, by their keys. */
export function marksAmong(ids: readonly string[]): { readonly notes: string[]; readonly frames: string[] } {
  const marks = ids.flatMap((id) => markOf(id) ?? []);
  const keys = (kind: 'note' | 'frame') => marks.filter((mark) => mark.kind === kind).map((mark) => mark.key);
  return { notes: keys('note'), frames: keys('frame') };
}

function notesOf(notes: ReturnType<typeof canvasOf>['notes']): CanvasNote[] {
  return Object.entries(notes).map(([key, note]) => ({ id: markId({ kind: 'note', key }), ...note }));
}

function framesOf(frames: ReturnType<typeof canvasOf>['frames'] = {}): CanvasFrame[] {
  return Object.entries(frames).map(([key, frame]) => ({ id: markId({ kind: 'frame', key }), ...frame }));
}
