import { canvas as t } from '../kit/messages/en/canvas.ts';
import { boxAround } from './align-boxes.ts';
import type { FrameNode } from './canvas-frame.tsx';
import { type CanvasFrame, type CanvasNote, framePadding } from './canvas-marks.ts';
import type { NoteNode, NoteWriting } from './canvas-note.tsx';
import type { Box, Point } from './canvas-parts.ts';

// behind cards and wires, also when React Flow lifts what is selected by a thousand
const behindAll = -1001;

/** A note as React Flow wants it. */
export function noteNode(note: CanvasNote, isSelected: boolean, writing: NoteWriting | undefined): NoteNode {
  const { id, x, y, width, height } = note;
  return {
    id,
    type: 'note',
    position: { x, y },
    width,
    height,
    measured: { width, height },
    selected: isSelected,
    zIndex: 1,
    connectable: false,
    ariaLabel: t.note(note.text),
    data: { note, writing },
  };
}

/** A frame as React Flow wants it, around its cards where they stand; nothing when none of them is there. */
export function frameNode(frame: CanvasFrame, cards: readonly Box[], isSelected: boolean): FrameNode | undefined {
  const box = frameBox(frame, cards);
  if (box === undefined) return undefined;
  const { x, y, width, height } = box;
  return {
    id: frame.id,
    type: 'frame',
    position: { x, y },
    width,
    height,
    measured: { width, height },
    selected: isSelected,
    zIndex: behindAll,
    connectable: false,
    style: { pointerEvents: 'none' },
    ariaLabel: t.frame(frame.title, frame.cards.length),
    data: { frame },
  };
}

/** Where things go when one of them is moved to a place: a frame takes its cards along, all else moves by itself. */
export function frameMoves(
  id: string,
  to: Point,
  parts: { readonly cards: readonly Box[]; readonly frames?: readonly CanvasFrame[] | undefined },
  moves: readonly { readonly id: string }[],
): Record<string, Point> {
  const frame = parts.frames?.find((candidate) => candidate.id === id);
  if (frame === undefined) return { [id]: to };
  const from = frameBox(frame, parts.cards);
  if (from === undefined) return {};
  const inside = new Set(frame.cards);
  // cards that are selected themselves are told on their own
  for (const move of moves) inside.delete(move.id);
  return Object.fromEntries(
    parts.cards
      .filter((card) => inside.has(card.id))
      .map((card) => [card.id, { x: card.x + to.x - from.x, y: card.y + to.y - from.y }]),
  );
}

function frameBox(frame: CanvasFrame, cards: readonly Box[]): Omit<Box, 'id'> | undefined {
  const framed = new Set(frame.cards);
  const inside = cards.filter((card) => framed.has(card.id));
  if (inside.length === 0) return undefined;
  const around = boxAround(inside);
  const { side, top } = framePadding;
  return {
    x: around.x - side,
    y: around.y - top,
    width: around.width + 2 * side,
    height: around.height + top + side,
  };
}
