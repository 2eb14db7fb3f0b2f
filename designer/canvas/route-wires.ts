import type { CanvasCard, CanvasWire, Direction, Point } from './canvas-parts.ts';
import { entrancePoint, portPoint } from './canvas-parts.ts';
import { routeWire, wirePath } from './route-wire.ts';

// beyond this many cards the search would be felt while dragging; wires are then drawn as plain bends
const mostCards = 120;

/** SVG path of every wire between cards that are there, by the id of the wire. */
export function routeWires(
  cards: readonly CanvasCard[],
  wires: readonly CanvasWire[],
  direction: Direction,
): ReadonlyMap<string, string> {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const boxes = cards.length > mostCards ? [] : cards.map((card) => (direction === 'down' ? card : turned(card)));
  const paths = new Map<string, string>();
  for (const wire of wires) {
    const from = byId.get(wire.from);
    const to = byId.get(wire.to);
    if (from === undefined || to === undefined) continue;
    const corners = routeWire({
      from: turn(portPoint(from, wire.port, direction), direction),
      to: turn(entrancePoint(to, direction), direction),
      boxes,
    });
    paths.set(wire.id, wirePath(corners.map((corner) => turn(corner, direction))));
  }
  return paths;
}

// the router only knows "down"; a canvas that reads to the right is the same with x and y exchanged
function turn(point: Point, direction: Direction): Point {
  return direction === 'down' ? point : { x: point.y, y: point.x };
}

function turned(card: CanvasCard) {
  return { id: card.id, x: card.y, y: card.x, width: card.height, height: card.width };
}
