import { crosses, inflate } from './box-geometry.ts';
import type { Box, Point } from './canvas-parts.ts';
import { shortestRoute } from './shortest-route.ts';

/** Distance a wire keeps from cards it passes, in canvas pixels; two wires fit between cards 40 apart. */
export const clearance = 16;

/** What a route has to respect. */
export interface RouteTask {
  /** Leaves downwards from here. */
  readonly from: Point;
  /** Arrives from above here. */
  readonly to: Point;
  /** Cards in the way, both ends' own cards among them. */
  readonly boxes: readonly Box[];
}

/**
 * Corners of a wire that leaves downwards, arrives from above, runs only upright or level, and crosses no card. When
 * there is no such way, the straight Z is taken.
 */
export function routeWire(task: RouteTask): Point[] {
  const { from, boxes } = task;
  // layouts round to whole pixels; a step that small is none
  const to = Math.abs(task.from.x - task.to.x) < 2 ? { x: from.x, y: task.to.y } : task.to;
  const start = { x: from.x, y: from.y + clearance };
  const end = { x: to.x, y: to.y - clearance };
  const walls = boxes.map((box) => inflate(box, clearance - 4));
  const isClear = (a: Point, b: Point): boolean => !walls.some((wall) => crosses(wall, a, b));
  for (const level of [(from.y + to.y) / 2, start.y, end.y]) {
    if (start.y > end.y) break;
    const corners = [start, { x: from.x, y: level }, { x: to.x, y: level }, end];
    if (corners.every((corner, index) => isClear(corners[index - 1] ?? corner, corner))) {
      return simplified([from, ...corners, to]);
    }
  }
  const route = shortestRoute({ start, end, boxes, walls });
  const level = (start.y + end.y) / 2;
  return simplified([from, ...(route ?? [start, { x: start.x, y: level }, { x: end.x, y: level }, end]), to]);
}

/** The wire as an SVG path with rounded corners. */
export function wirePath(corners: readonly Point[], radius = 8): string {
  return corners
    .map((at, index) => {
      const before = corners[index - 1];
      const after = corners[index + 1];
      if (before === undefined) return `M ${at.x} ${at.y}`;
      if (after === undefined) return `L ${at.x} ${at.y}`;
      const inward = towards(at, before, radius);
      const outward = towards(at, after, radius);
      return `L ${inward.x} ${inward.y} Q ${at.x} ${at.y} ${outward.x} ${outward.y}`;
    })
    .join(' ');
}

function towards(from: Point, to: Point, radius: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return from;
  const share = Math.min(radius, length / 2) / length;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

function simplified(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept.at(-1);
    const before = kept.at(-2);
    if (last !== undefined && last.x === point.x && last.y === point.y) continue;
    const isOnLine =
      last !== undefined &&
      before !== undefined &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y));
    if (isOnLine) kept.pop();
    kept.push(point);
  }
  return kept;
}
