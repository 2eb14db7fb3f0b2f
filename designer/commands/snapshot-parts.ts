import type { Layout } from '#dsl/document/layout.ts';
import type { BlockInput, Position, Snapshot, StrategyInput } from './edit.ts';
import { omitKeys } from './records.ts';

/** A canvas of the process: a strategy's by its name, the process canvas by `undefined`. */
export type CanvasName = string | undefined;

type CanvasLayout = Layout['process'];

const emptyCanvas: CanvasLayout = { positions: {}, notes: {} };

/** Positions and notes of a canvas. */
export function canvasOf(layout: Layout, canvas: CanvasName): CanvasLayout {
  return canvas === undefined ? layout.process : (layout.strategies[canvas] ?? emptyCanvas);
}

/** The snapshot with cards of a canvas placed anew; the others stay. */
export function withPositions(
  snapshot: Snapshot,
  canvas: CanvasName,
  positions: Readonly<Record<string, Position>>,
): Snapshot {
  const before = canvasOf(snapshot.layout, canvas);
  return withCanvas(snapshot, canvas, { ...before, positions: { ...before.positions, ...positions } });
}

/** The snapshot without the positions of cards that are gone. */
export function withoutPositions(snapshot: Snapshot, canvas: CanvasName, cards: readonly string[]): Snapshot {
  const before = canvasOf(snapshot.layout, canvas);
  return withCanvas(snapshot, canvas, { ...before, positions: omitKeys(before.positions, cards) });
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
