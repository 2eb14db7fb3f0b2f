interface Place {
  readonly x: number;
  readonly y: number;
}

// a card of ours with the room a wire needs beside it; Composer's cards are less than half as large
const room = { width: 296, height: 112 };
const widest = 3;
// every pair is looked at: beyond this it would take longer than anybody waits
const mostCompared = 1500;

/**
 * How far the cards of a diagram must move apart so that ours, which are larger, do not cover one another: a factor for each
 * direction, 1 when they stand well as they are.
 */
export function spreadFactors(places: readonly Place[]): Place {
  if (places.length > mostCompared) return { x: 2, y: 1.3 };
  let x = 1;
  let y = 1;
  for (const [index, left] of places.entries()) {
    for (const right of places.slice(index + 1)) {
      const across = Math.abs(left.x - right.x);
      const down = Math.abs(left.y - right.y);
      if (across * x >= room.width || down * y >= room.height || (across === 0 && down === 0)) continue;
      if (down >= across * 0.4) y = Math.min(widest, Math.max(y, room.height / down));
      else x = Math.min(widest, Math.max(x, room.width / across));
    }
  }
  return { x, y };
}

/** A place moved apart by the factors, on whole pixels. */
export function spreadPlace({ x, y }: Place, factors: Place): Place {
  return { x: Math.round(x * factors.x), y: Math.round(y * factors.y) };
}
