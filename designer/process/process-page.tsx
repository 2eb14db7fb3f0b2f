import { useMediaQuery } from '@mantine/hooks';
import { useDeferredValue, useMemo } from 'react';
import type { BusinessProcess } from '#dsl/document/business-process.ts';
import { Canvas } from '../canvas/canvas.tsx';
import { useArrangement } from '../canvas/use-arrangement.ts';
import { markOf } from '../commands/mark-id.ts';
import { readDocument } from '../commands/read-document.ts';
import { MarkInspector } from '../inspector/mark-inspector.tsx';
import { ObjectInspector } from '../inspector/object-inspector.tsx';
import { Panes } from '../kit/panes.tsx';
import { Panel } from '../panel/panel.tsx';
import { PanelToggle } from '../panel/panel-toggle.tsx';
import { usePanel } from '../panel/use-panel.ts';
import { useWatchedProcess } from '../watch/use-watched-process.tsx';
import { WatchBar } from '../watch/watch-bar.tsx';
import { useEditor, useOpenProcess } from './editor-context.tsx';
import { ObjectPalette } from './object-palette.tsx';
import { processCards } from './process-cards.tsx';
import { type DrawnParts, processGraph } from './process-graph.ts';
import { ProcessInspector } from './process-inspector.tsx';
import { useCounts, useLiveCounts } from './use-counts.ts';
import { useDeleteKey } from './use-delete-key.ts';
import { useMarkEdits } from './use-mark-edits.ts';
import { useNewStrategy } from './use-new-strategy.tsx';
import { useProcessCommands } from './use-process-commands.ts';
import { useProcessEdits } from './use-process-edits.ts';
import { useSelectFromAddress } from './use-select-from-address.ts';
import { useCardsWithPresence } from './with-presence.tsx';

/** The canvas of a business process, with live counts, inspector and panel. */
export function ProcessPage() {
  const { process } = useEditor((state) => readDocument(state.snapshot.document));
  // the frame shows something else while the document cannot be read
  return process === undefined ? null : <ProcessCanvas process={process} />;
}

function ProcessCanvas({ process }: { readonly process: BusinessProcess }) {
  useLiveCounts();
  const { problems } = useOpenProcess();
  const positions = useEditor((state) => state.snapshot.layout.process.positions);
  const selection = useEditor((state) => state.selection);
  const select = useEditor((state) => state.select);
  const panel = usePanel();
  const isNarrow = useMediaQuery('(max-width: 800px)', false, { getInitialValueInEffect: false });
  const drawn = useDrawnParts(process);
  const graph = useMemo(() => processGraph(drawn), [drawn]);
  const { places, isSettled } = useArrangement({
    cards: graph.nodes,
    wires: graph.wires,
    direction: 'right',
    positions,
  });
  const cards = useMemo(() => processCards(graph, drawn, places, problems), [graph, drawn, places, problems]);
  const shown = useCardsWithPresence(cards);
  const edits = useProcessEdits(graph, places);
  const marks = useMarkEdits(undefined, places);
  const newStrategy = useNewStrategy(edits.addStrategy);
  useProcessCommands(graph, edits, newStrategy.ask);
  const focus = useSelectFromAddress();
  useDeleteKey(selection, edits.remove);
  const selected = selection.length === 1 ? graph.nodes.find((node) => node.id === selection[0]) : undefined;
  const mark = selection.length === 1 ? markOf(selection[0] ?? '') : undefined;
  const watched = useWatchedProcess({ process, graph, cards: shown, counts: useCounts(), selection });
  return (
    <Panes
      name="process"
      left={<ObjectPalette onAdd={edits.add} onNewStrategy={newStrategy.ask} />}
      right={
        mark !== undefined ? (
          <MarkInspector key={selection[0]} canvas={undefined} mark={mark} />
        ) : selected !== undefined ? (
          <>
            {watched.pane}
            <ObjectInspector
              key={selected.id}
              node={selected}
              process={process}
              onRemove={() => edits.remove([selected.id])}
            />
          </>
        ) : watched.pane !== undefined ? (
          watched.pane
        ) : isNarrow ? undefined : (
          <ProcessInspector process={process} />
        )
      }
      bottom={panel.isOpen ? <Panel /> : undefined}
    >
      <Canvas
        cards={watched.cards}
        wires={watched.wires}
        {...marks}
        direction="right"
        selection={selection}
        focus={focus}
        isSettled={isSettled}
        onSelect={select}
        onMove={edits.move}
        onConnect={(from, _, to) => edits.connect(from, to)}
        onConnectToNothing={(from, _, { point }) => edits.extend(from, point)}
        onDisconnect={edits.disconnect}
        onDrop={(kind, point) => edits.add(kind as Parameters<typeof edits.add>[0], point)}
        onOpen={edits.open}
        onArrange={edits.arrange}
      />
      <WatchBar watching={watched.watching} />
      <PanelToggle />
      {newStrategy.dialog}
    </Panes>
  );
}

/** What the canvas draws: the same object while none of it changes, and a key late when it does. */
function useDrawnParts({ endpoints, queues, strategies }: BusinessProcess): DrawnParts {
  const parts = useMemo(() => ({ endpoints, queues, strategies }), [endpoints, queues, strategies]);
  return useDeferredValue(parts);
}
