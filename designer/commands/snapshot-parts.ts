import type { Layout } from '#dsl/document/layout.ts';
import type { BlockInput, Frame, Position, Snapshot, StrategyInput } from './edit.ts';
import { markOf } from './mark-id.ts';
import { mapValues, omitKeys } from './records.ts';

/** A canvas of the process: a strategy's by its name, the process canvas by `undefined`. */
export type CanvasName = string | undefined;

type CanvasLayout = Layout['process'];

const emptyCanvas: CanvasLayout = { positions: {}, notes: {} };

/** Positions and notes of a canvas. */
export function canvasOf(layout: Layout, canvas: CanvasName): CanvasLayout {
  return canvas === undefined ? layout.process : (layout.strategies[canvas] ?? emptyCanvas);
}

/** The snapshot with cards and notes of a canvas placed anew; the others stay. */
export function withPositions(
  snapshot: Snapshot,
  canvas: CanvasName,
  positions: Readonly<Record<string, Position>>,
): Snapshot {
  const before = canvasOf(snapshot.layout, canvas);
  const moved = Object.entries(positions);
  // notes keep their place with themselves
  const notes = moved.flatMap(([id, at]) => {
    const mark = markOf(id);
    const note = mark?.kind === 'note' ? before.notes[mark.key] : undefined;
    return mark === undefined || note === undefined ? [] : [[mark.key, { ...note, ...at }] as const];
  });
  const cards = moved.filter(([id]) => markOf(id) === undefined);
  return withCanvas(snapshot, canvas, {
    ...before,
    positions: cards.length === 0 ? before.positions : { ...before.positions, ...Object.fromEntries(cards) },
    notes: notes.length === 0 ? before.notes : { ...before.notes, ...Object.fromEntries(notes) },
  });
}

/** The snapshot without the positions of cards that are gone; frames lose them too. */
export function withoutPositions(snapshot: Snapshot, canvas: CanvasName, cards: readonly string[]): Snapshot {
  const before = canvasOf(snapshot.layout, canvas);
  const without = withCanvas(snapshot, canvas, { ...before, positions: omitKeys(before.positions, cards) });
  const frames = before.frames ?? {};
  if (!Object.values(frames).some((frame) => frame.cards.some((card) => cards.includes(card)))) return without;
  const kept = mapValues(frames, (frame) => ({ ...frame, cards: frame.cards.filter((card) => !cards.includes(card)) }));
  return withFrames(without, canvas, kept);
}

/** The snapshot with the frames of one canvas replaced; those around nothing go. */
export function withFrames(snapshot: Snapshot, canvas: CanvasName, frames: Readonly<Record<string, Frame>>): Snapshot {
  const { frames: _, ...before } = canvasOf(snapshot.layout, canvas);
  const kept = Object.entries(frames).filter(([, frame]) => frame.cards.length > 0);
  return withCanvas(snapshot, canvas, {
    ...before,
    ...(kept.length > 0 && { frames: Object.fromEntries(kept) }),
  });
}

/** The snapshot with the layout of one canvas replaced. */
export function withCanvas(snapshot: Snapshot, canvas: CanvasName, layout: CanvasLayout): Snapshot {
  const whole = snapshot.layout;
  if (canvas === undefined) return { ...snapshot, layout: { ...whole, process: layout } };
  return { ...snapshot, layout: { ...whole, strategies: { ...whole.strategies, [canvas]: layout } } };
}

/** The snapshot with one strategy changed; as it was when there is no such strategy. */
export function withStrategy(
  snapshot: Snapshot,
  name: string,
  change: (strategy: StrategyInput) => StrategyInput,
): Snapshot {
  const { strategies = {} } = snapshot.document;
  const strategy = Object.hasOwn(strategies, name) ? strategies[name] : undefined;
  if (strategy === undefined) return snapshot;
  const changed = change(strategy);
  if (changed === strategy) return snapshot;
  return { ...snapshot, document: { ...snapshot.document, strategies: { ...strategies, [name]: changed } } };
}

/** The snapshot with one block changed; as it was when there is no such block. */
export function withBlock(
  snapshot: Snapshot,
  strategy: string,
  id: string,
  change: (block: BlockInput) => BlockInput,
): Snapshot {
  return withStrategy(snapshot, strategy, (before) => {
    const block = Object.hasOwn(before.blocks, id) ? before.blocks[id] : undefined;
    if (block === undefined) return before;
    return { ...before, blocks: { ...before.blocks, [id]: change(block) } };
  });
}
