import { useMemo } from 'react';
import type { CanvasCard, CanvasWire } from '../canvas/canvas-parts.ts';
import { watch as t } from '../kit/messages/en/watch.ts';
import { strategyFigures } from './strategy-figures.ts';
import type { Watched } from './use-watched-process.tsx';
import { useWatching } from './use-watching.ts';
import { WatchPane, type WayToInteractions } from './watch-pane.tsx';
import { useWithFigures } from './with-figures.tsx';

/** Watches the canvas of a strategy. */
export function useWatchedStrategy(drawn: {
  readonly process: string;
  readonly strategy: string;
  readonly blocks: readonly { readonly id: string }[];
  readonly cards: readonly CanvasCard[];
  readonly wires: readonly CanvasWire[];
  readonly selection: readonly string[];
}): Watched {
  const { process, strategy, blocks, wires, selection } = drawn;
  const [only = ''] = selection.length === 1 ? selection : [];
  const block = blocks.find(({ id }) => id === only)?.id;
  const watching = useWatching(process, block === undefined ? { strategy } : { strategy, block });
  const { traffic } = watching;
  const figures = useMemo(
    () => (traffic === undefined ? undefined : strategyFigures(traffic.strategies[strategy], blocks, wires)),
    [traffic, strategy, blocks, wires],
  );
  const shown = useWithFigures(drawn.cards, wires, figures, traffic?.minutes ?? 0);
  const figure = figures?.get(only);
  if (figure === undefined || traffic === undefined) return { watching, ...shown, pane: undefined };
  const wire = wires.find(({ id }) => id === only);
  const ports = block === undefined ? [] : Object.keys(traffic.strategies[strategy]?.blocks[block]?.ports ?? {});
  const way = (id: string, port: string, label: string): WayToInteractions => ({
    label,
    filter: { process, strategy, block: id, ...(port !== '' && { port }) },
  });
  const ways =
    wire !== undefined
      ? [way(wire.from, wire.port, t.toPort(wire.port))]
      : ports.map((port) => way(block ?? '', port, port === '' ? t.toErrors : t.toPort(port)));
  return { watching, ...shown, pane: <WatchPane figure={figure} traffic={traffic} ways={ways} /> };
}
