import type { Position } from '../commands/edit.ts';

/** A card with its size. */
export interface SizedCard {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

const gap = 56;
const margin = 24;

/**
 * Where cards go so that a new one has room: when it would cover some, all cards below its upper edge move down by its
 * height. Empty when nothing has to move.
 */
export function makeRoom(
  cards: readonly SizedCard[],
  places: Readonly<Record<string, Position>>,
  fresh: SizedCard & Position,
): Record<string, Position> {
  const others = cards.flatMap((card) => {
    const place = places[card.id];
    return place === undefined || card.id === fresh.id ? [] : [{ ...card, ...place }];
  });
  const isCovered = others.some(
    (card) =>
      card.x < fresh.x + fresh.width + margin &&
      card.x + card.width + margin > fresh.x &&
      card.y < fresh.y + fresh.height + margin &&
      card.y + card.height > fresh.y,
  );
  if (!isCovered) return {};
  const below = others.filter((card) => card.y + card.height > fresh.y);
  const down = fresh.y + fresh.height + gap - Math.min(...below.map((card) => card.y));
  return Object.fromEntries(below.map((card) => [card.id, { x: card.x, y: card.y + down }]));
}
