import { type ReactNode, useMemo } from 'react';
import type { BusinessProcess } from '#dsl/document/business-process.ts';
import type { Counts } from '#dsl/protocol/processes.ts';
import type { CanvasCard, CanvasWire } from '../canvas/canvas-parts.ts';
import { watch as t } from '../kit/messages/en/watch.ts';
import type { ProcessGraph, ProcessNode } from '../process/process-graph.ts';
import { focusOf, processFigures } from './process-figures.ts';
import { useWatching, type Watching } from './use-watching.ts';
import { WatchPane, type WayToInteractions } from './watch-pane.tsx';
import { useWithFigures } from './with-figures.tsx';

/** A canvas with what moves through it, the switch of that, and what the side says of the selection. */
export interface Watched {
  readonly watching: Watching;
  readonly cards: readonly CanvasCard[];
  readonly wires: readonly CanvasWire[];
  /** Undefined while nobody watches, and for what has no figures. */
  readonly pane: ReactNode | undefined;
}

/** Watches the canvas of a process. */
export function useWatchedProcess(drawn: {
  readonly process: BusinessProcess;
  readonly graph: ProcessGraph;
  readonly cards: readonly CanvasCard[];
  readonly counts: Counts | undefined;
  readonly selection: readonly string[];
}): Watched {
  const { process, graph, counts, selection } = drawn;
  const [only = ''] = selection.length === 1 ? selection : [];
  const node = graph.nodes.find(({ id }) => id === only);
  const watching = useWatching(process.name, node === undefined ? undefined : focusOf(node));
  const { traffic } = watching;
  const figures = useMemo(
    () => (traffic === undefined ? undefined : processFigures({ process, graph, traffic, counts })),
    [process, graph, traffic, counts],
  );
  const shown = useWithFigures(drawn.cards, graph.wires, figures, traffic?.minutes ?? 0);
  const figure = figures?.get(only);
  const pane = figure !== undefined && traffic !== undefined && (
    <WatchPane figure={figure} traffic={traffic} ways={node === undefined ? [] : waysFrom(node, process)} />
  );
  return { watching, ...shown, pane: pane === false ? undefined : pane };
}

function waysFrom({ object }: ProcessNode, process: BusinessProcess): WayToInteractions[] {
  switch (object?.kind) {
    case 'queue':
      return [{ label: t.toQueue, filter: { queue: object.name } }];
    case 'strategy':
      return wrongIn(object.name, process.name);
    case 'view':
    case 'submitter':
      return wrongIn(process.queues[object.queue]?.views[object.name]?.submitter?.strategy, process.name);
    case 'endpoint':
    case undefined:
      return [];
  }
}

function wrongIn(strategy: string | undefined, process: string): WayToInteractions[] {
  return strategy === undefined ? [] : [{ label: t.toErrors, filter: { process, strategy } }];
}
