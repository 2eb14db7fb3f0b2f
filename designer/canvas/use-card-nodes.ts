import type { NodeChange, NodeHandle } from '@xyflow/react';
import { Position } from '@xyflow/react';
import { useCallback, useMemo, useState } from 'react';
import type { CanvasProps } from './canvas-props.ts';
import { type CardNode, entranceHandle } from './canvas-card.tsx';
import { type CanvasCard, type Direction, entrancePoint, type Point, portPoint } from './canvas-parts.ts';
import { afterSelection } from './after-selection.ts';

/** Cards as React Flow wants them, and the way back: what was moved and what was selected. */
export interface CardNodes {
  readonly nodes: CardNode[];
  /** Cards where they stand now, also in the middle of a drag. */
  readonly placed: readonly CanvasCard[];
  onNodesChange(changes: NodeChange<CardNode>[]): void;
}

const nothingMoved: Readonly<Record<string, Point>> = {};

/** Follows cards while they are dragged; only where they come to rest is told. */
export function useCardNodes(props: CanvasProps): CardNodes {
  const { cards, direction, selection, isReadOnly, onMove, onSelect } = props;
  const [moving, setMoving] = useState(nothingMoved);
  const placed = useMemo(
    () => (moving === nothingMoved ? cards : cards.map((card) => ({ ...card, ...moving[card.id] }))),
    [cards, moving],
  );
  const nodes = useMemo(() => placed.map((card) => toNode(card, direction, selection)), [placed, direction, selection]);
  const onNodesChange = useCallback(
    (changes: NodeChange<CardNode>[]) => {
      const selected = afterSelection(selection, changes);
      if (selected !== selection) onSelect(selected);
      const moves = changes.filter((change) => change.type === 'position');
      if (moves.length === 0 || isReadOnly === true) return;
      const next = { ...moving };
      for (const move of moves) if (move.position !== undefined) next[move.id] = move.position;
      if (moves.some((move) => move.dragging === true)) {
        setMoving(next);
        return;
      }
      setMoving(nothingMoved);
      const moved = Object.entries(next).filter(([id, at]) => {
        const card = cards.find((candidate) => candidate.id === id);
        return card !== undefined && (card.x !== at.x || card.y !== at.y);
      });
      if (moved.length > 0) onMove?.(Object.fromEntries(moved));
    },
    [cards, moving, selection, isReadOnly, onMove, onSelect],
  );
  return { nodes, placed, onNodesChange };
}

function toNode(card: CanvasCard, direction: Direction, selection: readonly string[]): CardNode {
  const { id, x, y, width, height } = card;
  return {
    id,
    type: 'card',
    position: { x, y },
    width,
    height,
    measured: { width, height },
    handles: handlesOf(card, direction),
    selected: selection.includes(id),
    ariaLabel: card.label,
    data: { card, direction },
  };
}

// told instead of measured, so that wires are there with the first picture
function handlesOf(card: CanvasCard, direction: Direction): NodeHandle[] {
  const isDown = direction === 'down';
  const relative = ({ x, y }: Point): Point => ({ x: x - card.x, y: y - card.y });
  const exits = card.ports.map(
    (port): NodeHandle => ({
      id: port.name,
      type: 'source',
      position: isDown ? Position.Bottom : Position.Right,
      ...relative(portPoint(card, port.name, direction)),
      width: 1,
      height: 1,
    }),
  );
  if (!card.hasEntrance) return exits;
  const entrance: NodeHandle = {
    id: entranceHandle,
    type: 'target',
    position: isDown ? Position.Top : Position.Left,
    ...relative(entrancePoint(card, direction)),
    width: 1,
    height: 1,
  };
  return [entrance, ...exits];
}
