import { type Node, type NodeProps, NodeResizeControl } from '@xyflow/react';
import { memo, useEffect, useRef } from 'react';
import { canvas as t } from '../kit/messages/en/canvas.ts';
import type { CanvasNote } from './canvas-marks.ts';
import classes from './canvas-marks.module.css';

/** What a note on the canvas tells about its text being written. */
export interface NoteWriting {
  readonly isOpen: boolean;
  onText(id: string, text: string): void;
  onOpen(id: string): void;
  onClose(): void;
}

/** A note as React Flow carries it; without `writing` it is only read. */
export type NoteNode = Node<{ readonly note: CanvasNote; readonly writing: NoteWriting | undefined }, 'note'>;

/** A note: its text, written on the spot after a double click or Enter, and a corner to resize it by. */
export const CanvasNotePart = memo(function CanvasNotePart({ data, selected }: NodeProps<NoteNode>) {
  const { note, writing } = data;
  const isOpen = writing?.isOpen === true;
  return (
    <div
      className={classes.note}
      data-colour={note.colour ?? 'yellow'}
      data-selected={selected}
      onDoubleClick={() => writing?.onOpen(note.id)}
    >
      {writing !== undefined && isOpen ? (
        <NoteText note={note} writing={writing} />
      ) : (
        <div className={classes.noteText} data-empty={note.text === ''}>
          {note.text === '' ? t.emptyNote : note.text}
        </div>
      )}
      {writing !== undefined && selected && (
        <NodeResizeControl position="bottom-right" minWidth={96} minHeight={48} className={classes.corner ?? ''} />
      )}
    </div>
  );
});

function NoteText({ note, writing }: { readonly note: CanvasNote; readonly writing: NoteWriting }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  return (
    <textarea
      ref={field}
      className={`${classes.noteField} nodrag nowheel nopan`}
      aria-label={t.noteText}
      value={note.text}
      onChange={(event) => writing.onText(note.id, event.currentTarget.value)}
      onBlur={writing.onClose}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        // back to the note, so that arrows and Delete go on from here
        field.current?.closest<HTMLElement>('.react-flow__node')?.focus();
      }}
    />
  );
}
