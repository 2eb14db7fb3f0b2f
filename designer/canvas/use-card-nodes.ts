import type { NodeChange } from '@xyflow/react';
import { useCallback, useMemo, useState } from 'react';
import { afterSelection } from './after-selection.ts';
import { cardNode } from './card-node.ts';
import type { CanvasNote } from './canvas-marks.ts';
import type { CanvasNode, CanvasProps } from './canvas-props.ts';
import type { CanvasCard, Point } from './canvas-parts.ts';
import { type NoteWriting } from './canvas-note.tsx';
import { frameMoves, frameNode, noteNode } from './mark-nodes.ts';
import { type Shown, useShown } from './use-shown.ts';

/** Cards, notes and frames as React Flow wants them, and the way back: what was moved, resized and selected. */
export interface CardNodes {
  readonly nodes: CanvasNode[];
  /** Cards where they stand now, also in the middle of a drag. */
  readonly placed: readonly CanvasCard[];
  readonly placedNotes: readonly CanvasNote[];
  /** Ids of cards that are on their way; empty while nothing is dragged. */
  readonly moving: ReadonlySet<string>;
  readonly shown: Shown;
  onNodesChange(changes: NodeChange<CanvasNode>[]): void;
}

type Shift = Partial<Point & { readonly width: number; readonly height: number }>;

const nothingMoved: Readonly<Record<string, Shift>> = {};
const none: readonly never[] = [];

/** Follows what is dragged or resized; only where it comes to rest is told. */
export function useCardNodes(props: CanvasProps, writing: (id: string) => NoteWriting | undefined): CardNodes {
  const { cards, wires, direction, selection, notes = none, frames = none } = props;
  const [shifts, setShifts] = useState(nothingMoved);
  const placed = useMemo(() => shifted(cards, shifts), [cards, shifts]);
  const placedNotes = useMemo(() => shifted(notes, shifts), [notes, shifts]);
  const selected = useMemo(() => new Set(selection), [selection]);
  const moving = useMemo(() => new Set(Object.keys(shifts)), [shifts]);
  // what leaves the pane while it is dragged must not vanish under the pointer
  const kept = useMemo(() => new Set([...selected, ...moving]), [selected, moving]);
  const shown = useShown(placed, wires, kept);
  const nodes = useMemo(
    () => [
      ...frames.flatMap((frame) => frameNode(frame, placed, selected.has(frame.id)) ?? []),
      ...placed.flatMap((card) => {
        const detail = shown.howMuch(card.id);
        if (detail === 'nothing') return [];
        return cardNode(card, { direction, isSelected: selected.has(card.id), detail });
      }),
      ...placedNotes.map((note) => noteNode(note, selected.has(note.id), writing(note.id))),
    ],
    [frames, placed, placedNotes, direction, selected, shown, writing],
  );
  const onNodesChange = useNodeChanges(props, shifts, setShifts);
  return { nodes, placed, placedNotes, moving, shown, onNodesChange };
}

function useNodeChanges(
  props: CanvasProps,
  moving: Readonly<Record<string, Shift>>,
  setMoving: (moving: Readonly<Record<string, Shift>>) => void,
): CardNodes['onNodesChange'] {
  return useCallback(
    (changes) => {
      const { selection, isReadOnly, onMove, onResizeNote, onSelect } = props;
      const selected = afterSelection(selection, changes);
      if (selected !== selection) onSelect(selected);
      if (isReadOnly === true) return;
      for (const change of changes) {
        if (change.type !== 'dimensions' || change.resizing === undefined || change.dimensions === undefined) continue;
        setMoving(change.resizing ? { [change.id]: change.dimensions } : nothingMoved);
        if (!change.resizing) onResizeNote?.(change.id, change.dimensions);
      }
      const moves = changes.filter((change) => change.type === 'position');
      if (moves.length === 0) return;
      const next: Record<string, Shift> = { ...moving };
      for (const move of moves) {
        if (move.position !== undefined) Object.assign(next, frameMoves(move.id, move.position, props, moves));
      }
      if (moves.some((move) => move.dragging === true)) {
        setMoving(next);
        return;
      }
      setMoving(nothingMoved);
      const moved = restingPlaces(next, [...props.cards, ...(props.notes ?? [])]);
      if (Object.keys(moved).length > 0) onMove?.(moved);
    },
    [props, moving, setMoving],
  );
}

function restingPlaces(
  moves: Readonly<Record<string, Shift>>,
  boxes: readonly { readonly id: string; readonly x: number; readonly y: number }[],
): Record<string, Point> {
  const moved = boxes.flatMap(({ id, x, y }) => {
    const at = { x, y, ...moves[id] };
    return at.x === x && at.y === y ? [] : [[id, { x: at.x, y: at.y }] as const];
  });
  return Object.fromEntries(moved);
}

// boxes that stand still stay the same objects, so that nothing of them is drawn again
function shifted<Item extends { readonly id: string }>(
  items: readonly Item[],
  moving: Readonly<Record<string, Shift>>,
): readonly Item[] {
  if (moving === nothingMoved) return items;
  return items.map((item) => (moving[item.id] === undefined ? item : { ...item, ...moving[item.id] }));
}
