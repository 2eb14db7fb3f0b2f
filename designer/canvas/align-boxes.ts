import type { Box, Point } from './canvas-parts.ts';

/** Edges and middles that boxes can share. */
export type Alignment = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';

/** Places of boxes once they share an edge or a middle of the rectangle around them all; only those that move. */
export function alignBoxes(boxes: readonly Box[], alignment: Alignment): Record<string, Point> {
  const around = boxAround(boxes);
  const places = boxes.map((box): [Box, Point] => [box, alignedPlace(box, around, alignment)]);
  return moved(places);
}

/** Places of boxes with the same gap between any two neighbours; the outer two stay. */
export function distributeBoxes(boxes: readonly Box[], axis: 'across' | 'down'): Record<string, Point> {
  const [at, size] = axis === 'across' ? (['x', 'width'] as const) : (['y', 'height'] as const);
  const sorted = boxes.toSorted((left, right) => left[at] + left[size] / 2 - (right[at] + right[size] / 2));
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined || sorted.length < 3) return {};
  const room = last[at] + last[size] - first[at];
  const gap = (room - sorted.reduce((sum, box) => sum + box[size], 0)) / (sorted.length - 1);
  let next = first[at];
  const places = sorted.map((box): [Box, Point] => {
    const place = { x: box.x, y: box.y, [at]: Math.round(next) };
    next += box[size] + gap;
    return [box, place];
  });
  return moved(places);
}

/** The smallest rectangle around boxes. */
export function boxAround(boxes: readonly Omit<Box, 'id'>[]): Omit<Box, 'id'> {
  let [x, y, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  // no spread into Math.min: thousands of boxes are more arguments than a call may have
  for (const box of boxes) {
    x = Math.min(x, box.x);
    y = Math.min(y, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return { x, y, width: right - x, height: bottom - y };
}

function alignedPlace(box: Box, around: Omit<Box, 'id'>, alignment: Alignment): Point {
  switch (alignment) {
    case 'left':
      return { x: around.x, y: box.y };
    case 'centre':
      return { x: Math.round(around.x + (around.width - box.width) / 2), y: box.y };
    case 'right':
      return { x: around.x + around.width - box.width, y: box.y };
    case 'top':
      return { x: box.x, y: around.y };
    case 'middle':
      return { x: box.x, y: Math.round(around.y + (around.height - box.height) / 2) };
    case 'bottom':
      return { x: box.x, y: around.y + around.height - box.height };
  }
}

function moved(places: readonly [Box, Point][]): Record<string, Point> {
  return Object.fromEntries(
    places.filter(([box, place]) => box.x !== place.x || box.y !== place.y).map(([box, place]) => [box.id, place]),
  );
}
