import type { Edit, Position } from './edit.ts';
import { type CanvasName, canvasOf, withPositions } from './snapshot-parts.ts';

/**
 * The edit, with all cards staying where they are seen: places that were only found for the screen are written down before
 * it. Cards that have been placed keep their own.
 */
export function keepingPlaces(edit: Edit, canvas: CanvasName, places: Readonly<Record<string, Position>>): Edit {
  return {
    ...edit,
    apply: (snapshot) => {
      const { positions } = canvasOf(snapshot.layout, canvas);
      const unsaved = Object.entries(places).filter(([id]) => !Object.hasOwn(positions, id));
      return edit.apply(unsaved.length === 0 ? snapshot : withPositions(snapshot, canvas, Object.fromEntries(unsaved)));
    },
  };
}

/** The edit followed by a move of cards, undone together. */
export function alsoPlacing(edit: Edit, canvas: CanvasName, moved: Readonly<Record<string, Position>>): Edit {
  return { ...edit, apply: (snapshot) => withPositions(edit.apply(snapshot), canvas, moved) };
}
