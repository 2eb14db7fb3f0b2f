import { useMemo } from 'react';
import { Canvas } from '../canvas/canvas.tsx';
import { useArrangement } from '../canvas/use-arrangement.ts';
import type { StrategyInput } from '../commands/edit.ts';
import { canvasOf } from '../commands/snapshot-parts.ts';
import { blockCards, describeStrategy, wiresOf } from '../strategy/strategy-graph.tsx';
import { pathCards, pathWires } from './path-cards.tsx';
import classes from './run-path.module.css';
import type { BlockPassage } from './run-steps.ts';
import type { RunVersion } from './trace-data.ts';

/** The way a run took, drawn over the strategy of the version it used. */
export function RunPath(props: {
  readonly version: RunVersion;
  readonly name: string;
  readonly strategy: StrategyInput;
  readonly passages: ReadonlyMap<string, BlockPassage>;
  readonly selected: string | undefined;
  onSelect(block: string | undefined): void;
}) {
  const { version, name, strategy, passages, selected, onSelect } = props;
  const blocks = useMemo(() => describeStrategy(strategy), [strategy]);
  const wires = useMemo(() => wiresOf(blocks), [blocks]);
  const { positions } = canvasOf(version.layout, name);
  const { places, isSettled } = useArrangement({ cards: blocks, wires, direction: 'down', positions });
  const cards = useMemo(() => pathCards(blockCards(blocks, places, []), passages), [blocks, places, passages]);
  const way = useMemo(() => pathWires(wires, passages), [wires, passages]);
  const selection = useMemo(() => (selected === undefined ? [] : [selected]), [selected]);
  return (
    <div className={classes.canvas}>
      <Canvas
        cards={cards}
        wires={way}
        direction="down"
        selection={selection}
        isReadOnly
        isSettled={isSettled}
        onSelect={(ids) => onSelect(ids.findLast((id) => Object.hasOwn(strategy.blocks, id)))}
      />
    </div>
  );
}
