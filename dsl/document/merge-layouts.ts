import { isDeepEqual } from './is-deep-equal.ts';
import type { MovedBlock } from './keep-both-blocks.ts';
import type { Layout } from './layout.ts';

type CanvasLayout = Layout['process'];

/**
 * Merges where two people put the cards. Never a conflict: where both moved a card it stays where ours is, a note that both
 * rewrote is there twice. Cards of blocks that got another id take it along.
 */
export function mergeLayouts(base: Layout, ours: Layout, theirs: Layout, moved: readonly MovedBlock[] = []): Layout {
  const names = [base, ours, theirs].flatMap(({ strategies }) => Object.keys(strategies));
  const strategies = [...new Set(names)].toSorted().flatMap((name): [string, CanvasLayout][] => {
    const ids = new Map(moved.filter(({ strategy }) => strategy === name).map(({ from, to }) => [from, to]));
    const canvases = [base, ours, theirs].map((layout) =>
      Object.hasOwn(layout.strategies, name) ? layout.strategies[name] : undefined,
    );
    const [was, mine, other] = canvases;
    // gone on one side and not touched on the other
    if (was !== undefined && (mine === undefined || other === undefined) && isDeepEqual(mine ?? other, was)) return [];
    return [[name, mergeCanvas(was ?? empty, mine ?? empty, withIds(other ?? empty, ids))]];
  });
  return {
    process: mergeCanvas(base.process, ours.process, theirs.process),
    strategies: Object.fromEntries(strategies),
  };
}

const empty: CanvasLayout = { positions: {}, notes: {} };

function mergeCanvas(base: CanvasLayout, ours: CanvasLayout, theirs: CanvasLayout): CanvasLayout {
  const notes = mergeByKey(base.notes, ours.notes, theirs.notes);
  const frames = mergeByKey(base.frames ?? {}, ours.frames ?? {}, theirs.frames ?? {}).merged;
  return {
    positions: mergeByKey(base.positions, ours.positions, theirs.positions).merged,
    notes: { ...notes.merged, ...twice(notes.overruled, notes.merged) },
    ...(Object.keys(frames).length > 0 && { frames }),
  };
}

function mergeByKey<Value>(
  base: Readonly<Record<string, Value>>,
  ours: Readonly<Record<string, Value>>,
  theirs: Readonly<Record<string, Value>>,
): { merged: Record<string, Value>; overruled: [string, Value][] } {
  const merged: [string, Value][] = [];
  const overruled: [string, Value][] = [];
  const keys = new Set([base, ours, theirs].flatMap((side) => Object.keys(side)));
  for (const key of [...keys].toSorted()) {
    const [was, mine, other] = [base, ours, theirs].map((side) => (Object.hasOwn(side, key) ? side[key] : undefined));
    // what one side removed and the other changed stays
    const chosen = isDeepEqual(mine, was) ? other : (mine ?? (isDeepEqual(other, was) ? undefined : other));
    if (chosen !== undefined) merged.push([key, chosen]);
    if (other !== undefined && !isDeepEqual(other, was) && !isDeepEqual(other, chosen)) overruled.push([key, other]);
  }
  return { merged: Object.fromEntries(merged), overruled };
}

function twice(
  overruled: readonly [string, CanvasLayout['notes'][string]][],
  merged: CanvasLayout['notes'],
): CanvasLayout['notes'] {
  const rewritten = overruled.filter(([key, note]) => merged[key]?.text !== note.text);
  return Object.fromEntries(
    rewritten.map(([key, note]) => [`${key}-theirs`, { ...note, y: note.y + note.height + 8 }]),
  );
}

function withIds(canvas: CanvasLayout, ids: ReadonlyMap<string, string>): CanvasLayout {
  if (ids.size === 0) return canvas;
  const moved = (id: string): string => ids.get(id) ?? id;
  const positions = Object.entries(canvas.positions).map(([id, position]) => [moved(id), position]);
  const frames = Object.entries(canvas.frames ?? {}).map(([key, frame]) => [
    key,
    { ...frame, cards: frame.cards.map(moved) },
  ]);
  return {
    ...canvas,
    positions: Object.fromEntries(positions),
    ...(frames.length > 0 && { frames: Object.fromEntries(frames) }),
  };
}
