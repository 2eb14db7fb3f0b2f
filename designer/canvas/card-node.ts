import type { NodeHandle } from '@xyflow/react';
import { Position } from '@xyflow/react';
import { type CardNode, entranceHandle } from './canvas-card.tsx';
import { type CanvasCard, type Direction, entrancePoint, type Point, portPoint } from './canvas-parts.ts';
import type { Detail } from './use-shown.ts';

const known = new WeakMap<CanvasCard, CardNode>();

/** How a card is drawn. */
export interface CardDress {
  readonly direction: Direction;
  readonly isSelected: boolean;
  readonly detail: Detail;
}

/** A card as React Flow wants it; the same object for the same card, so that only what changed is drawn again. */
export function cardNode(card: CanvasCard, { direction, isSelected, detail }: CardDress): CardNode {
  const before = known.get(card);
  if (
    before !== undefined &&
    before.selected === isSelected &&
    before.data.direction === direction &&
    before.data.detail === detail
  )
    return before;
  const { id, x, y, width, height } = card;
  const node: CardNode = {
    id,
    type: 'card',
    position: { x, y },
    width,
    height,
    measured: { width, height },
    handles: handlesOf(card, direction),
    selected: isSelected,
    ariaLabel: card.says === undefined ? card.label : `${card.label}. ${card.says}`,
    data: { card, direction, detail },
  };
  known.set(card, node);
  return node;
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
