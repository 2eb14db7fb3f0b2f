import type { Layout } from '../document/layout.ts';
import type { Diagram } from './diagram.ts';
import { handlerNotes } from './handler-notes.ts';

/** The canvas of the process: objects where they stood, notes of its diagrams, and below them what their event handlers did. */
export function processCanvas(
  diagrams: readonly Diagram[],
  positions: Readonly<Record<string, { readonly x: number; readonly y: number }>>,
): Layout['process'] {
  const lowest = Object.values(positions).reduce((most, { y }) => Math.max(most, y), 0);
  const notes = diagrams.flatMap((diagram) => diagram.notes);
  return {
    positions: { ...positions },
    notes: {
      ...Object.fromEntries(
        notes.map((note, index) => [`note-${index + 1}`, { ...note, text: note.text.toWellFormed() }]),
      ),
      ...handlerNotes(
        diagrams.flatMap(({ handlers }) => handlers),
        0,
        lowest + 400,
      ),
    },
  };
}
