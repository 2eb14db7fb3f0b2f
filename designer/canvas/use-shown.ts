import { useStore } from '@xyflow/react';
import { useMemo } from 'react';
import type { CanvasCard, CanvasWire } from './canvas-parts.ts';
import { isInSight, mayPass, sightKey, sightOf } from './sight.ts';

/** What of a canvas is drawn. */
export interface Shown {
  /** Cards by their ids, in sight or not. */
  readonly byId: ReadonlyMap<string, CanvasCard>;
  readonly wires: readonly CanvasWire[];
  howMuch(id: string): Detail | 'nothing';
}

/**
 * How much of a card is drawn: all of it; a sketch without exits, which nobody can catch from so far; only its place, for
 * the sake of a wire that passes.
 */
export type Detail = 'whole' | 'sketch' | 'place';

// a canvas of no more cards is drawn whole
const fewCards = 200;

/** Below this zoom the second line of a card cannot be read any more. */
export const farZoom = 0.5;

/**
 * Of a large canvas only what is in sight is drawn, so that panning, dragging and typing cost the same for a hundred blocks
 * and for ten thousand. Cards in `kept` are drawn wherever they are: those that are selected or moved.
 */
export function useShown(cards: readonly CanvasCard[], wires: readonly CanvasWire[], kept: ReadonlySet<string>): Shown {
  const isLarge = cards.length > fewCards;
  const key = useStore((state) => (isLarge ? sightKey(state) : 'all'));
  const isFar = useStore((state) => isLarge && state.transform[2] < farZoom);
  const byId = useMemo(() => new Map(cards.map((card) => [card.id, card])), [cards]);
  return useMemo((): Shown => {
    if (key === 'all') return { byId, wires, howMuch: () => 'whole' };
    const sight = sightOf(key);
    const inSight = new Set<string>();
    for (const card of cards) if (isInSight(card, sight)) inSight.add(card.id);
    const ends = new Set<string>();
    const passing = wires.filter((wire) => {
      const from = byId.get(wire.from);
      const to = byId.get(wire.to);
      if (from === undefined || to === undefined) return false;
      if (!kept.has(wire.id) && !mayPass(from, to, sight)) return false;
      ends.add(wire.from).add(wire.to);
      return true;
    });
    return {
      byId,
      wires: passing,
      howMuch: (id) => {
        if (kept.has(id)) return 'whole';
        if (inSight.has(id)) return isFar ? 'sketch' : 'whole';
        return ends.has(id) ? 'place' : 'nothing';
      },
    };
  }, [key, isFar, cards, wires, byId, kept]);
}
