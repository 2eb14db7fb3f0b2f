import { useMemo } from 'react';
import { autoLayout } from '../canvas/auto-layout.ts';
import type { CanvasWire } from '../canvas/canvas-parts.ts';
import { addBlock } from '../commands/add-block.ts';
import { connectPort, disconnectPorts, type WireEnd } from '../commands/connect-port.ts';
import type { Edit, Position, StrategyInput } from '../commands/edit.ts';
import { removeMarks } from '../commands/frame-edits.ts';
import { inOneStep } from '../commands/in-one-step.ts';
import { alsoPlacing, keepingPlaces } from '../commands/keep-places.ts';
import { copyBlocks, pasteBlocks } from '../commands/paste-blocks.ts';
import { arrangeCards, placeCards } from '../commands/place-cards.ts';
import { removeBlocks } from '../commands/remove-blocks.ts';
import { marksAmong } from '../process/use-mark-edits.ts';
import { useOpenProcess } from '../process/editor-context.tsx';
import { makeRoom } from './make-room.ts';
import { besideBlock, underPointer } from './place-block.ts';
import { type DescribedBlock, freshSize } from './strategy-graph.tsx';
import { freeSuccessFrom, wayOnFrom } from './way-on.ts';

/** Everything people do to a strategy, by what they do it with. */
export interface StrategyEdits {
  /** Adds a block after the one selected, on its first free way on; free on the canvas when nothing is selected. */
  addNext(type: string): void;
  addAfter(type: string, after: WireEnd, point?: Position): void;
  /** Onto the wire under the pointer; else where it is dropped, after the block selected when its success leads nowhere yet. */
  drop(type: string, point: Position, wire: CanvasWire | undefined): void;
  move(positions: Readonly<Record<string, Position>>, how?: 'align' | 'distribute'): void;
  connect(from: string, port: string, to: string): void;
  disconnect(wire: CanvasWire): void;
  remove(ids: readonly string[]): void;
  arrange(): void;
  copy(ids: readonly string[]): string | undefined;
  paste(clip: string): void;
}

/** What the edits start from: the strategy as it is drawn now. */
export interface DrawnStrategy {
  readonly name: string;
  readonly strategy: StrategyInput;
  readonly blocks: readonly DescribedBlock[];
  readonly wires: readonly CanvasWire[];
  readonly places: Readonly<Record<string, Position>>;
}

/** Edits of the strategy that is drawn. */
export function useStrategyEdits(drawn: DrawnStrategy): StrategyEdits {
  const { editor } = useOpenProcess();
  const { name, strategy, blocks, wires, places } = drawn;
  return useMemo(() => {
    const { select } = editor.getState();
    const run = (edit: Edit): void => editor.getState().run(keepingPlaces(edit, name, places));
    const add = (type: string, position: Position, after?: WireEnd): void => {
      const { edit, id } = addBlock(strategy, { strategy: name, type, position, after });
      const moved = makeRoom(blocks, places, { id, ...freshSize(type), ...position });
      run(alsoPlacing(edit, name, moved));
      select([id]);
    };
    const addAfter = (type: string, after: WireEnd, point?: Position): void =>
      add(type, point ?? besideBlock(after, blocks, places), after);
    return {
      addAfter,
      addNext: (type) => {
        const { selection } = editor.getState();
        const after = wayOnFrom(selection, blocks, wires);
        if (after === undefined) add(type, besideBlock(undefined, blocks, places));
        else addAfter(type, after);
      },
      drop: (type, point, wire) => {
        if (wire === undefined) add(type, underPointer(point), freeSuccessFrom(editor.getState().selection, blocks));
        else addAfter(type, { block: wire.from, port: wire.port });
      },
      move: (positions, how) => run(placeCards(name, positions, how)),
      connect: (from, port, to) => {
        const target = blocks.find((block) => block.id === to);
        if (target !== undefined && !target.block.isEntry && from !== to)
          run(connectPort(name, { block: from, port }, to));
      },
      disconnect: (wire) => run(disconnectPorts(name, [{ block: wire.from, port: wire.port }])),
      remove: (ids) => {
        const cut = wires.filter((wire) => ids.includes(wire.id) && !ids.includes(wire.from));
        const ends = cut.map((wire) => ({ block: wire.from, port: wire.port }));
        const marks = marksAmong(ids);
        const edit = inOneStep([
          removeBlocks(name, strategy, ids),
          ends.length > 0 ? disconnectPorts(name, ends) : undefined,
          marks.notes.length + marks.frames.length > 0 ? removeMarks(name, marks) : undefined,
        ]);
        if (edit !== undefined) run(edit);
        select([]);
      },
      arrange: () => {
        void autoLayout(blocks, wires, 'down').then((positions) => run(arrangeCards(name, positions)));
      },
      copy: (ids) => copyBlocks(strategy, ids, places),
      paste: (clip) => {
        const pasted = pasteBlocks(name, strategy, clip, { x: 32, y: 32 });
        if (pasted === undefined) return;
        run(pasted.edit);
        select(pasted.ids);
      },
    };
  }, [editor, name, strategy, blocks, wires, places]);
}
