import type { Box, Point } from './canvas-parts.ts';

/** The rectangle with a margin all around. */
export function inflate(box: Box, by: number): Box {
  return { id: box.id, x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}

/** Whether an upright or level line passes through the inside of a rectangle. */
export function crosses(box: Box, a: Point, b: Point): boolean {
  return (
    Math.max(a.x, b.x) > box.x &&
    Math.min(a.x, b.x) < box.x + box.width &&
    Math.max(a.y, b.y) > box.y &&
    Math.min(a.y, b.y) < box.y + box.height
  );
}
