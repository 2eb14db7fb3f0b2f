import { useMediaQuery } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { Canvas } from '../canvas/canvas.tsx';
import { useArrangement } from '../canvas/use-arrangement.ts';
import type { StrategyInput } from '../commands/edit.ts';
import { markOf } from '../commands/mark-id.ts';
import { canvasOf } from '../commands/snapshot-parts.ts';
import { BlockInspector } from '../inspector/block-inspector.tsx';
import { MarkInspector } from '../inspector/mark-inspector.tsx';
import { Panes } from '../kit/panes.tsx';
import { BlockChooser } from '../palette/block-chooser.tsx';
import { Palette } from '../palette/palette.tsx';
import { Panel } from '../panel/panel.tsx';
import { PanelToggle } from '../panel/panel-toggle.tsx';
import { usePanel } from '../panel/use-panel.ts';
import { useEditor, useOpenProcess } from '../process/editor-context.tsx';
import { useTrialOverlay } from '../simulate/use-trial-overlay.tsx';
import { AddBlockButton } from './add-block-button.tsx';
import { type ChooserRequest, useChooser } from './use-chooser.ts';
import { blockCards, describeStrategy, wiresOf } from './strategy-graph.tsx';
import { StrategyInspector } from './strategy-inspector.tsx';
import { useSelectFromAddress } from '../process/use-select-from-address.ts';
import { useCardsWithPresence } from '../process/with-presence.tsx';
import { useStrategyEdits } from './use-strategy-edits.ts';
import { useMarkEdits } from '../process/use-mark-edits.ts';
import { useStrategyKeys } from './use-strategy-keys.ts';

/** Canvas, palette, inspector and panel of a strategy that is there. */
export function StrategyEditor(props: { readonly name: string; readonly strategy: StrategyInput }) {
  const { name, strategy } = props;
  const { problems } = useOpenProcess();
  const layout = useEditor((state) => state.snapshot.layout);
  const selection = useEditor((state) => state.selection);
  const select = useEditor((state) => state.select);
  const [request, setRequest] = useState<ChooserRequest>();
  const panel = usePanel();
  const isNarrow = useMediaQuery('(max-width: 800px)', false, { getInitialValueInEffect: false });

  const blocks = useMemo(() => describeStrategy(strategy), [strategy]);
  const wires = useMemo(() => wiresOf(blocks), [blocks]);
  const { positions } = canvasOf(layout, name);
  const { places, isSettled } = useArrangement({ cards: blocks, wires, direction: 'down', positions });
  const cards = useMemo(
    () =>
      blockCards(
        blocks,
        places,
        problems.filter((problem) => problem.strategy === name),
      ),
    [blocks, places, problems, name],
  );
  const shown = useCardsWithPresence(cards, name);
  const overlay = useTrialOverlay(shown, wires);
  const edits = useStrategyEdits({ name, strategy, blocks, wires, places });
  const marks = useMarkEdits(name, places);
  const focus = useSelectFromAddress();
  const chooser = useChooser(request, setRequest, { blocks, edits });
  useStrategyKeys({ edits, selection, blocks, openChooser: setRequest });

  const selected = selection.length === 1 ? blocks.find((block) => block.id === selection[0]) : undefined;
  const mark = selection.length === 1 ? markOf(selection[0] ?? '') : undefined;
  return (
    <Panes
      name="strategy"
      left={<Palette onAdd={edits.addNext} />}
      right={
        mark !== undefined ? (
          <MarkInspector key={selection[0]} canvas={name} mark={mark} />
        ) : selected === undefined ? (
          isNarrow ? undefined : (
            <StrategyInspector name={name} strategy={strategy} selected={selection.length} />
          )
        ) : (
          <BlockInspector key={selected.id} strategy={name} id={selected.id} instance={selected.instance} />
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
        onConnectToNothing={(block, port, { point, screen }) => setRequest({ screen, point, after: { block, port } })}
        onDrop={edits.drop}
        onArrange={edits.arrange}
      />
      <AddBlockButton onOpen={setRequest} />
      <PanelToggle strategy={name} />
      {chooser !== undefined && <BlockChooser {...chooser} />}
    </Panes>
  );
}
