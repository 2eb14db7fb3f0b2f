import { commands as t } from '../kit/messages/en/commands.ts';
import type { Edit, Position } from './edit.ts';
import { type CanvasName, withPositions } from './snapshot-parts.ts';

/** Moves cards and notes of a canvas; small steps of the same ones, as by arrow keys, are undone together. */
export function placeCards(
  canvas: CanvasName,
  positions: Readonly<Record<string, Position>>,
  how?: 'align' | 'distribute',
): Edit {
  const cards = Object.keys(positions);
  const apply: Edit['apply'] = (snapshot) =>
    cards.length === 0 ? snapshot : withPositions(snapshot, canvas, positions);
  if (how !== undefined) return { label: t[how](cards.length), apply };
  return {
    label: t.move(cards.length),
    merge: `move:${canvas ?? ''}:${cards.toSorted().join()}`,
    apply,
  };
}

/** Places all cards of a canvas as auto-layout found best. */
export function arrangeCards(canvas: CanvasName, positions: Readonly<Record<string, Position>>): Edit {
  return { label: t.arrange, apply: (snapshot) => withPositions(snapshot, canvas, positions) };
}
