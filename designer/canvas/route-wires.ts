import { crosses } from './box-geometry.ts';
import type { Box, CanvasCard, CanvasWire, Direction, Point } from './canvas-parts.ts';
import { entrancePoint, portPoint } from './canvas-parts.ts';
import { routeWire, wirePath } from './route-wire.ts';

// beyond this many cards the search would be felt while dragging; wires are then drawn as plain bends
const mostCards = 120;

/** The way of a wire. */
export interface Route {
  /** The cards it was found for, where they stood. */
  readonly from: CanvasCard;
  readonly to: CanvasCard;
  readonly corners: readonly Point[];
  /** As SVG. */
  readonly path: string;
}

/** Ways by the ids of wires. */
export type Routes = ReadonlyMap<string, Route>;

/** What wires lead between. */
export interface Scene {
  readonly cards: ReadonlyMap<string, CanvasCard>;
  readonly wires: readonly CanvasWire[];
  readonly direction: Direction;
}

/** Ways of all wires between cards that are there. */
export function routeWires(scene: Scene): Routes {
  return routesOf(scene, () => undefined);
}

/**
 * The same after cards moved, in the middle of a drag: only wires of cards that moved, and those that one now stands on, are
 * led anew. The rest keep their way until the cards come to rest.
 */
export function rerouteWires(scene: Scene, before: Routes, moved: ReadonlySet<string>): Routes {
  const boxes = [...moved].flatMap((id) => scene.cards.get(id) ?? []);
  return routesOf(scene, ({ id, from, to }) => {
    const route = before.get(id);
    const isFree = !moved.has(from) && !moved.has(to);
    return isFree && route !== undefined && !boxes.some((box) => passes(route.corners, box)) ? route : undefined;
  });
}

function routesOf(scene: Scene, kept: (wire: CanvasWire) => Route | undefined): Routes {
  const { cards, wires, direction } = scene;
  const isPlain = cards.size > mostCards;
  const boxes = isPlain ? [] : [...cards.values()].map((card) => (direction === 'down' ? card : turned(card)));
  const routes = new Map<string, Route>();
  for (const wire of wires) {
    const from = cards.get(wire.from);
    const to = cards.get(wire.to);
    if (from === undefined || to === undefined) continue;
    const known = isPlain ? knownBend(wire, from, to) : kept(wire);
    const route = known ?? routeOf({ wire, from, to, boxes, direction });
    if (isPlain) bends.set(wire, route);
    routes.set(wire.id, route);
  }
  return routes;
}

// a plain bend depends on nothing but its own two cards
const bends = new WeakMap<CanvasWire, Route>();

function knownBend(wire: CanvasWire, from: CanvasCard, to: CanvasCard): Route | undefined {
  const route = bends.get(wire);
  return route?.from === from && route.to === to ? route : undefined;
}

function routeOf(parts: {
  readonly wire: CanvasWire;
  readonly from: CanvasCard;
  readonly to: CanvasCard;
  readonly boxes: readonly Box[];
  readonly direction: Direction;
}): Route {
  const { wire, from, to, boxes, direction } = parts;
  const corners = routeWire({
    from: turn(portPoint(from, wire.port, direction), direction),
    to: turn(entrancePoint(to, direction), direction),
    boxes,
  }).map((corner) => turn(corner, direction));
  return { from, to, corners, path: wirePath(corners) };
}

function passes(corners: readonly Point[], box: Box): boolean {
  return corners.some((corner, index) => index > 0 && crosses(box, corners[index - 1] ?? corner, corner));
}

// the router only knows "down"; a canvas that reads to the right is the same with x and y exchanged
function turn(point: Point, direction: Direction): Point {
  return direction === 'down' ? point : { x: point.y, y: point.x };
}

function turned(card: CanvasCard): Box {
  return { id: card.id, x: card.y, y: card.x, width: card.height, height: card.width };
}
