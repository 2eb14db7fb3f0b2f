/** A stretch of lines: the same in both texts, or what each has in its place. */
export type Hunk =
  | { readonly isSame: true; readonly lines: readonly string[] }
  | { readonly isSame: false; readonly ours: readonly string[]; readonly theirs: readonly string[] };

/** Differing lines beyond which the search for the shortest difference costs more than it tells. */
const maxDifferences = 2000;

/** Two texts as stretches that are the same and stretches that differ, as few differing lines as can be (Myers, 1986). */
export function lineHunks(ours: readonly string[], theirs: readonly string[]): Hunk[] {
  let from = 0;
  while (from < Math.min(ours.length, theirs.length) && ours[from] === theirs[from]) from += 1;
  let tail = 0;
  const shorter = Math.min(ours.length, theirs.length) - from;
  while (tail < shorter && ours.at(-1 - tail) === theirs.at(-1 - tail)) tail += 1;
  const middle = hunksBetween(ours.slice(from, ours.length - tail), theirs.slice(from, theirs.length - tail));
  const head: Hunk[] = from === 0 ? [] : [{ isSame: true, lines: ours.slice(0, from) }];
  const end: Hunk[] = tail === 0 ? [] : [{ isSame: true, lines: ours.slice(ours.length - tail) }];
  return [...head, ...middle, ...end];
}

function hunksBetween(ours: readonly string[], theirs: readonly string[]): Hunk[] {
  if (ours.length === 0 && theirs.length === 0) return [];
  const hunks: Hunk[] = [];
  let [x, y] = [0, 0];
  for (const match of [...matchesOf(ours, theirs), { x: ours.length, y: theirs.length, length: 0 }]) {
    if (match.x > x || match.y > y)
      hunks.push({ isSame: false, ours: ours.slice(x, match.x), theirs: theirs.slice(y, match.y) });
    if (match.length > 0) hunks.push({ isSame: true, lines: ours.slice(match.x, match.x + match.length) });
    [x, y] = [match.x + match.length, match.y + match.length];
  }
  return hunks;
}

interface Match {
  readonly x: number;
  readonly y: number;
  readonly length: number;
}

/** Runs of equal lines on the shortest way from one text to the other, in their order. */
function matchesOf(ours: readonly string[], theirs: readonly string[]): Match[] {
  const frontiers: Map<number, number>[] = [];
  let frontier = new Map([[1, 0]]);
  for (let cost = 0; cost <= Math.min(ours.length + theirs.length, maxDifferences); cost += 1) {
    frontiers.push(frontier);
    const next = new Map<number, number>();
    for (let diagonal = -cost; diagonal <= cost; diagonal += 2) {
      let x = startOn(frontier, diagonal, cost);
      while (x < ours.length && x - diagonal < theirs.length && ours[x] === theirs[x - diagonal]) x += 1;
      next.set(diagonal, x);
      if (x >= ours.length && x - diagonal >= theirs.length) return wayBack(frontiers, ours.length, theirs.length);
    }
    frontier = next;
  }
  return [];
}

function wayBack(frontiers: readonly Map<number, number>[], endX: number, endY: number): Match[] {
  const matches: Match[] = [];
  let [x, y] = [endX, endY];
  for (let cost = frontiers.length - 1; cost >= 0; cost -= 1) {
    const frontier = frontiers[cost] ?? new Map<number, number>();
    const diagonal = x - y;
    const start = startOn(frontier, diagonal, cost);
    if (x > start) matches.unshift({ x: start, y: start - diagonal, length: x - start });
    const isDown = comesDown(frontier, diagonal, cost);
    x = isDown ? start : start - 1;
    y = x - (isDown ? diagonal + 1 : diagonal - 1);
  }
  return matches;
}

function startOn(frontier: ReadonlyMap<number, number>, diagonal: number, cost: number): number {
  return comesDown(frontier, diagonal, cost) ? reached(frontier, diagonal + 1) : reached(frontier, diagonal - 1) + 1;
}

function comesDown(frontier: ReadonlyMap<number, number>, diagonal: number, cost: number): boolean {
  if (diagonal === -cost) return true;
  return diagonal !== cost && reached(frontier, diagonal - 1) < reached(frontier, diagonal + 1);
}

function reached(frontier: ReadonlyMap<number, number>, diagonal: number): number {
  return frontier.get(diagonal) ?? 0;
}
