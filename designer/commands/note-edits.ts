import { commands as t } from '../kit/messages/en/commands.ts';
import type { Edit, Note, Snapshot } from './edit.ts';
import { markId } from './mark-id.ts';
import { freeKey, withFields } from './records.ts';
import { type CanvasName, canvasOf, withCanvas } from './snapshot-parts.ts';

/** Puts a free note on a canvas. `id` is that of the new note, for selecting it. */
export function addNote(
  snapshot: Snapshot,
  canvas: CanvasName,
  note: Note,
): { readonly edit: Edit; readonly id: string } {
  const key = freeKey('note', canvasOf(snapshot.layout, canvas).notes);
  return {
    id: markId({ kind: 'note', key }),
    edit: { label: t.addNote, apply: (before) => withNotes(before, canvas, { [key]: note }) },
  };
}

/** Changes text, size, place or colour of a note. */
export function setNote(
  canvas: CanvasName,
  key: string,
  changes: { readonly [Field in keyof Note]?: Note[Field] | undefined },
): Edit {
  return {
    label: t.changeNote,
    merge: `note:${canvas ?? ''}:${key}:${Object.keys(changes).join()}`,
    apply: (snapshot) => {
      const note = canvasOf(snapshot.layout, canvas).notes[key];
      return note === undefined ? snapshot : withNotes(snapshot, canvas, { [key]: withFields(note, changes) });
    },
  };
}

function withNotes(snapshot: Snapshot, canvas: CanvasName, notes: Readonly<Record<string, Note>>): Snapshot {
  const before = canvasOf(snapshot.layout, canvas);
  return withCanvas(snapshot, canvas, { ...before, notes: { ...before.notes, ...notes } });
}
