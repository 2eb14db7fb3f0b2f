import { useEffect, useMemo, useState } from 'react';
import { autoLayout } from './auto-layout.ts';
import type { CanvasWire, Direction, Point } from './canvas-parts.ts';
import { type LayoutCard, stackedLayout } from './stacked-layout.ts';

/** A graph with the places that are known. */
export interface Arrangement {
  readonly cards: readonly LayoutCard[];
  readonly wires: readonly CanvasWire[];
  readonly direction: Direction;
  readonly positions: Readonly<Record<string, Point>>;
}

/** A place for every card; `isSettled` is false while better places than the first rows are being looked for. */
export interface Arranged {
  readonly places: Readonly<Record<string, Point>>;
  readonly isSettled: boolean;
}

/**
 * A place for every card. Cards nobody has placed yet stand in rows at first; when none has been placed at all, they move
 * to the best places as soon as those are found. Nothing is written until somebody moves a card.
 */
export function useArrangement(graph: Arrangement): Arranged {
  const { cards, wires, direction, positions } = graph;
  const isBare = !cards.some((card) => Object.hasOwn(positions, card.id));
  const shape = useMemo(() => cards.map((card) => card.id).join('\n'), [cards]);
  const [found, setFound] = useState<{ shape: string; places: Record<string, Point> }>();
  useEffect(() => {
    if (!isBare || cards.length === 0) return undefined;
    let isWanted = true;
    void autoLayout(cards, wires, direction).then((places) => {
      if (isWanted) setFound({ shape, places });
    });
    return () => {
      isWanted = false;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- a changed setting is no reason to move cards; a new card is
  }, [isBare, shape, direction]);
  return useMemo(() => {
    const missing = cards.filter((card) => !Object.hasOwn(positions, card.id));
    if (missing.length === 0) return { places: positions, isSettled: true };
    if (isBare && found?.shape === shape) return { places: found.places, isSettled: true };
    const stacked = besides(stackedLayout(cards, wires, direction), positions, isBare);
    return { places: { ...stacked, ...positions }, isSettled: !isBare };
  }, [cards, wires, direction, positions, isBare, found, shape]);
}

// unplaced cards beside placed ones go below or right of them all, where they cover nothing
function besides(
  stacked: Record<string, Point>,
  positions: Readonly<Record<string, Point>>,
  isBare: boolean,
): Record<string, Point> {
  if (isBare) return stacked;
  const lowest = Math.max(...Object.values(positions).map((place) => place.y)) + 160;
  const left = Math.min(...Object.values(positions).map((place) => place.x));
  const missing = Object.keys(stacked).filter((id) => !Object.hasOwn(positions, id));
  return Object.fromEntries(missing.map((id, index) => [id, { x: left + index * 290, y: lowest }]));
}
