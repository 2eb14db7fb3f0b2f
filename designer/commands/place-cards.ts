import { commands as t } from '../kit/messages/en/commands.ts';
import type { Edit, Position } from './edit.ts';
import { type CanvasName, withPositions } from './snapshot-parts.ts';

/** Moves cards of a canvas; small steps of the same cards, as by arrow keys, are undone together. */
export function placeCards(canvas: CanvasName, positions: Readonly<Record<string, Position>>): Edit {
  const cards = Object.keys(positions);
  return {
    label: t.move(cards.length),
    merge: `move:${canvas ?? ''}:${cards.toSorted().join()}`,
    apply: (snapshot) => withPositions(snapshot, canvas, positions),
  };
}

/** Places all cards of a canvas as auto-layout found best. */
export function arrangeCards(canvas: CanvasName, positions: Readonly<Record<string, Position>>): Edit {
  return { label: t.arrange, apply: (snapshot) => withPositions(snapshot, canvas, positions) };
}
