import type { CanvasWire, Direction, Point } from './canvas-parts.ts';

/** What a layout needs to know of a card. */
export interface LayoutCard {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  /** Names of exits, in the order they are drawn. */
  readonly ports: readonly { readonly name: string }[];
}

const gap = 56;

/** Places for cards nobody has placed yet: rows by their distance from the cards nothing leads to. Instant and stable. */
export function stackedLayout(
  cards: readonly LayoutCard[],
  wires: readonly CanvasWire[],
  direction: Direction,
): Record<string, Point> {
  const depths = depthsOf(cards, wires);
  const rows = new Map<number, LayoutCard[]>();
  for (const card of cards) {
    const depth = depths.get(card.id) ?? 0;
    rows.set(depth, [...(rows.get(depth) ?? []), card]);
  }
  const places: Record<string, Point> = {};
  let along = 0;
  for (const depth of [...rows.keys()].toSorted((left, right) => left - right)) {
    const row = rows.get(depth) ?? [];
    const breadths = row.map((card) => (direction === 'down' ? card.width : card.height) + gap);
    let across = -breadths.reduce((sum, breadth) => sum + breadth, 0) / 2;
    for (const [index, card] of row.entries()) {
      places[card.id] = direction === 'down' ? { x: across, y: along } : { x: along, y: across };
      across += breadths[index] ?? 0;
    }
    along += Math.max(...row.map((card) => (direction === 'down' ? card.height : card.width))) + gap;
  }
  return places;
}

function depthsOf(cards: readonly LayoutCard[], wires: readonly CanvasWire[]): Map<string, number> {
  const depths = new Map<string, number>();
  const entered = new Set(wires.filter((wire) => wire.from !== wire.to).map((wire) => wire.to));
  const roots = cards.filter((card) => !entered.has(card.id));
  const waiting = (roots.length > 0 ? roots : cards.slice(0, 1)).map((card) => ({ id: card.id, depth: 0 }));
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    // the first way to a card counts, so that loops end
    if (depths.has(next.id)) continue;
    const { id, depth } = next;
    depths.set(id, depth);
    for (const wire of wires) if (wire.from === id) waiting.push({ id: wire.to, depth: depth + 1 });
  }
  return depths;
}
