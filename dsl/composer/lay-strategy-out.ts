import type { Layout } from '../document/layout.ts';
import type { Diagram } from './diagram.ts';
import { handlerNotes } from './handler-notes.ts';
import { spreadFactors, spreadPlace } from './spread-cards.ts';

type Canvas = Layout['process'];

/** The canvas of a strategy: cards and notes where the diagram had them, what we added beside them. */
export function layStrategyOut(diagram: Diagram, ours: ReadonlyMap<string, string>, all: readonly string[]): Canvas {
  const known = [...ours].flatMap(([source, id]) => {
    const place = diagram.positions.get(source);
    return place === undefined ? [] : [{ id, place }];
  });
  const factors = spreadFactors(known.map(({ place }) => place));
  const positions = new Map(known.map(({ id, place }) => [id, spreadPlace(place, factors)]));
  const xs = [...positions.values()].map(({ x }) => x);
  // a spread argument list of a hundred thousand cards would not fit on the stack
  const right = xs.reduce((most, x) => Math.max(most, x), 0);
  const unplaced = all.filter((id) => !positions.has(id));
  if (positions.size > 0) {
    for (const [index, id] of unplaced.entries()) positions.set(id, { x: right + 360, y: index * 140 });
  }
  const notes = diagram.notes.map((note, index): [string, Canvas['notes'][string]] => {
    const { x, y } = spreadPlace(note, factors);
    return [`note-${index + 1}`, { ...note, x, y, text: note.text.toWellFormed() }];
  });
  const lowest = [...positions.values()].reduce((most, { y }) => Math.max(most, y), 0);
  return {
    positions: Object.fromEntries(positions),
    notes: { ...Object.fromEntries(notes), ...handlerNotes(diagram.handlers, 0, lowest + 240) },
  };
}
