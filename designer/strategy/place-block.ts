import type { WireEnd } from '../commands/connect-port.ts';
import type { Position } from '../commands/edit.ts';
import type { DescribedBlock } from './strategy-graph.tsx';

const gap = 56;
const step = { x: 284, y: 0 };

/** A free place for a new block: below the one it follows, else below everything. */
export function besideBlock(
  after: WireEnd | undefined,
  blocks: readonly DescribedBlock[],
  places: Readonly<Record<string, Position>>,
): Position {
  const before = blocks.find((block) => block.id === after?.block);
  const at = before === undefined ? undefined : places[before.id];
  if (before === undefined || at === undefined) {
    const lowest = Math.max(0, ...blocks.map((block) => (places[block.id]?.y ?? 0) + block.height + gap));
    return { x: Math.min(0, ...Object.values(places).map((place) => place.x)), y: lowest };
  }
  let wish = { x: at.x, y: at.y + before.height + gap };
  // on a wire it stands above what comes next, which makes room
  const next = before.instance.ports?.[after?.port ?? ''];
  if (next !== undefined) return { x: places[next]?.x ?? wish.x, y: wish.y };
  while (blocks.some((block) => isNear(wish, places[block.id], block))) wish = { x: wish.x + step.x, y: wish.y };
  return wish;
}

/** Place of a block dropped on the canvas: with its head under the pointer. */
export function underPointer(point: Position): Position {
  return { x: point.x - 122, y: point.y - 28 };
}

function isNear(wish: Position, place: Position | undefined, block: DescribedBlock): boolean {
  if (place === undefined) return false;
  const isBesideX = wish.x + 260 < place.x || place.x + block.width + 16 < wish.x;
  const isBesideY = wish.y + 100 < place.y || place.y + block.height + 16 < wish.y;
  return !isBesideX && !isBesideY;
}
