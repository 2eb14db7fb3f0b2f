import { useCallback, useMemo, useState } from 'react';
import { Canvas } from '../canvas/canvas.tsx';
import type { CanvasProps } from '../canvas/canvas-props.ts';
import { useArrangement } from '../canvas/use-arrangement.ts';
import { canvasOf } from '../commands/snapshot-parts.ts';
import { Panes } from '../kit/panes.tsx';
import { BlockChooser } from '../palette/block-chooser.tsx';
import { Palette } from '../palette/palette.tsx';
import { Panel } from '../panel/panel.tsx';
import { PanelToggle } from '../panel/panel-toggle.tsx';
import { usePanel } from '../panel/use-panel.ts';
import { useEditor, useOpenProcess } from '../process/editor-context.tsx';
import { useTrialOverlay } from '../simulate/use-trial-overlay.tsx';
import { useWatchedStrategy } from '../watch/use-watched-strategy.tsx';
import { WatchBar } from '../watch/watch-bar.tsx';
import { AddBlockButton } from './add-block-button.tsx';
import { type ChooserRequest, useChooser } from './use-chooser.ts';
import { blockCards, describeStrategy, wiresOf } from './strategy-graph.tsx';
import { useDrawnSnapshot } from '../process/use-drawn-snapshot.ts';
import { useSelectFromAddress } from '../process/use-select-from-address.ts';
import { useCardsWithPresence } from '../process/with-presence.tsx';
import { useStrategyEdits } from './use-strategy-edits.ts';
import { useMarkEdits } from '../process/use-mark-edits.ts';
import { useStrategyCommands } from './use-strategy-commands.ts';
import { useStrategyKeys } from './use-strategy-keys.ts';
import { useStrategySide } from './use-strategy-side.tsx';

/** Canvas, palette, inspector and panel of a strategy that is there. */
export function StrategyEditor({ name }: { readonly name: string }) {
  const { name: process, problems } = useOpenProcess();
  const { document, layout } = useDrawnSnapshot();
  const selection = useEditor((state) => state.selection);
  const select = useEditor((state) => state.select);
  const [request, setRequest] = useState<ChooserRequest>();
  const panel = usePanel();
  const side = useStrategySide(name);

  const strategy = document.strategies?.[name] ?? noStrategy;
  const blocks = useMemo(() => describeStrategy(strategy), [strategy]);
  const wires = useMemo(() => wiresOf(blocks), [blocks]);
  const { positions } = canvasOf(layout, name);
  const { places, isSettled } = useArrangement({ cards: blocks, wires, direction: 'down', positions });
  const ours = useMemo(() => problems.filter((problem) => problem.strategy === name), [problems, name]);
  const cards = useMemo(() => blockCards(blocks, places, ours), [blocks, places, ours]);
  const shown = useCardsWithPresence(cards, name);
  const watched = useWatchedStrategy({ process, strategy: name, blocks, cards: shown, wires, selection });
  const overlay = useTrialOverlay(watched.cards, watched.wires);
  const edits = useStrategyEdits(name, places);
  const marks = useMarkEdits(name, places);
  useStrategyCommands(name, blocks, edits.addNext);
  const focus = useSelectFromAddress();
  const chooser = useChooser(request, setRequest, { blocks, edits });
  useStrategyKeys({ edits, selection, blocks, openChooser: setRequest });
  const pulled = useCallback<NonNullable<CanvasProps['onConnectToNothing']>>(
    (block, port, { point, screen }) => setRequest({ screen, point, after: { block, port } }),
    [],
  );
  return (
    <Panes
      name="strategy"
      left={<Palette onAdd={edits.addNext} />}
      right={
        watched.pane === undefined ? (
          side
        ) : (
          <>
            {watched.pane}
            {side}
          </>
        )
      }
      bottom={panel.isOpen ? <Panel strategy={name} /> : undefined}
    >
      <Canvas
        cards={overlay.cards}
        wires={overlay.wires}
        {...marks}
        direction="down"
        selection={selection}
        focus={focus}
        isSettled={isSettled}
        onSelect={select}
        onMove={edits.move}
        onConnect={edits.connect}
        onDisconnect={edits.disconnect}
        onConnectToNothing={pulled}
        onDrop={edits.drop}
        onArrange={edits.arrange}
      />
      <AddBlockButton onOpen={setRequest} />
      <WatchBar watching={watched.watching} />
      <PanelToggle strategy={name} />
      {chooser !== undefined && <BlockChooser {...chooser} />}
    </Panes>
  );
}

// for the moment between a strategy being taken away and the page being left
const noStrategy = { blocks: {} };
