import { crosses } from './box-geometry.ts';
import type { Box, Point } from './canvas-parts.ts';

/** A way to find: between two points, along lines beside the boxes, through no wall. */
export interface RouteSearch {
  readonly start: Point;
  readonly end: Point;
  readonly boxes: readonly Box[];
  readonly walls: readonly Box[];
}

// a bend costs as much as this many pixels of wire: short detours are better than stairs
const bendCost = 60;
// beside a card, outside its wall
const laneGap = 16;

interface Visit {
  readonly key: number;
  readonly cost: number;
  readonly guess: number;
  readonly cameFrom: Visit | undefined;
}

/** Corners of the cheapest way by length and bends, or undefined when walls close every way (A* over a sparse grid). */
export function shortestRoute(search: RouteSearch): Point[] | undefined {
  const { start, end, boxes, walls } = search;
  const xs = lanes([start.x, end.x, ...boxes.flatMap((box) => [box.x - laneGap, box.x + box.width + laneGap])]);
  const ys = lanes([start.y, end.y, ...boxes.flatMap((box) => [box.y - laneGap, box.y + box.height + laneGap])]);
  const width = xs.length;
  const at = (cell: number): Point => ({ x: xs[cell % width] ?? 0, y: ys[Math.floor(cell / width)] ?? 0 });
  const cellOf = (point: Point): number => ys.indexOf(point.y) * width + xs.indexOf(point.x);
  const goal = cellOf(end);
  // the lowest bit of a key says whether the wire arrived level
  const open: Visit[] = [{ key: cellOf(start) * 2, cost: 0, guess: 0, cameFrom: undefined }];
  const best = new Map<number, number>();
  for (let visit = takeCheapest(open); visit !== undefined; visit = takeCheapest(open)) {
    const cell = visit.key >> 1;
    if (cell === goal) return pathOf(visit, at);
    if ((best.get(visit.key) ?? Number.POSITIVE_INFINITY) < visit.cost) continue;
    for (const next of neighbours(cell, width, ys.length)) {
      const from = at(cell);
      const to = at(next);
      if (walls.some((wall) => crosses(wall, from, to))) continue;
      const isLevel = from.y === to.y ? 1 : 0;
      const bend = isLevel === (visit.key & 1) ? 0 : bendCost;
      const cost = visit.cost + Math.abs(to.x - from.x) + Math.abs(to.y - from.y) + bend;
      const key = next * 2 + isLevel;
      if (cost >= (best.get(key) ?? Number.POSITIVE_INFINITY)) continue;
      best.set(key, cost);
      insert(open, { key, cost, guess: cost + Math.abs(end.x - to.x) + Math.abs(end.y - to.y), cameFrom: visit });
    }
  }
  return undefined;
}

function lanes(values: readonly number[]): number[] {
  return [...new Set(values)].toSorted((left, right) => left - right);
}

function neighbours(cell: number, width: number, height: number): number[] {
  const column = cell % width;
  const row = Math.floor(cell / width);
  return [
    ...(column > 0 ? [cell - 1] : []),
    ...(column < width - 1 ? [cell + 1] : []),
    ...(row > 0 ? [cell - width] : []),
    ...(row < height - 1 ? [cell + width] : []),
  ];
}

function pathOf(visit: Visit, at: (cell: number) => Point): Point[] {
  const points: Point[] = [];
  for (let step: Visit | undefined = visit; step !== undefined; step = step.cameFrom) points.unshift(at(step.key >> 1));
  return points;
}

// a binary heap by `guess`
function insert(heap: Visit[], visit: Visit): void {
  let index = heap.push(visit) - 1;
  while (index > 0) {
    const parent = (index - 1) >> 1;
    const above = heap[parent];
    if (above === undefined || above.guess <= visit.guess) break;
    heap[index] = above;
    index = parent;
  }
  heap[index] = visit;
}

function takeCheapest(heap: Visit[]): Visit | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return top;
  let index = 0;
  for (;;) {
    const left = heap[2 * index + 1];
    const right = heap[2 * index + 2];
    const child = right !== undefined && left !== undefined && right.guess < left.guess ? right : left;
    if (child === undefined || child.guess >= last.guess) break;
    heap[index] = child;
    index = child === right ? 2 * index + 2 : 2 * index + 1;
  }
  heap[index] = last;
  return top;
}
