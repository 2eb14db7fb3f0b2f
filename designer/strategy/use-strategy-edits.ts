import { useMemo } from 'react';
import { autoLayout } from '../canvas/auto-layout.ts';
import type { CanvasWire } from '../canvas/canvas-parts.ts';
import { addBlock } from '../commands/add-block.ts';
import { connectPort, disconnectPorts, type WireEnd } from '../commands/connect-port.ts';
import type { Edit, Position } from '../commands/edit.ts';
import type { EditorStore } from '../commands/editor-store.ts';
import { removeMarks } from '../commands/frame-edits.ts';
import { inOneStep } from '../commands/in-one-step.ts';
import { alsoPlacing, keepingPlaces } from '../commands/keep-places.ts';
import { copyBlocks, pasteBlocks } from '../commands/paste-blocks.ts';
import { arrangeCards, placeCards } from '../commands/place-cards.ts';
import { removeBlocks } from '../commands/remove-blocks.ts';
import { canvasOf } from '../commands/snapshot-parts.ts';
import { marksAmong } from '../process/use-mark-edits.ts';
import { useOpenProcess } from '../process/editor-context.tsx';
import { makeRoom } from './make-room.ts';
import { besideBlock, underPointer } from './place-block.ts';
import { describeStrategy, freshSize, wiresOf } from './strategy-graph.tsx';
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

/**
 * Edits of a strategy. They start from it as it is now, which may be a key ahead of what is drawn; `drawnAt` says where its
 * cards are seen.
 */
export function useStrategyEdits(name: string, drawnAt: Readonly<Record<string, Position>>): StrategyEdits {
  const { editor } = useOpenProcess();
  return useMemo(() => {
    const { select } = editor.getState();
    const placesNow = () => ({ ...drawnAt, ...canvasOf(editor.getState().snapshot.layout, name).positions });
    const run = (edit: Edit): void => editor.getState().run(keepingPlaces(edit, name, drawnAt));
    const add = (type: string, position: Position, after?: WireEnd): void => {
      const { strategy, blocks } = strategyNow(editor, name);
      const { edit, id } = addBlock(strategy, { strategy: name, type, position, after });
      const moved = makeRoom(blocks, placesNow(), { id, ...freshSize(type), ...position });
      run(alsoPlacing(edit, name, moved));
      select([id]);
    };
    const addAfter = (type: string, after: WireEnd, point?: Position): void =>
      add(type, point ?? besideBlock(after, strategyNow(editor, name).blocks, placesNow()), after);
    return {
      addAfter,
      addNext: (type) => {
        const { blocks, wires } = strategyNow(editor, name);
        const after = wayOnFrom(editor.getState().selection, blocks, wires);
        if (after === undefined) add(type, besideBlock(undefined, blocks, placesNow()));
        else addAfter(type, after);
      },
      drop: (type, point, wire) => {
        const { blocks } = strategyNow(editor, name);
        if (wire === undefined) add(type, underPointer(point), freeSuccessFrom(editor.getState().selection, blocks));
        else addAfter(type, { block: wire.from, port: wire.port });
      },
      move: (positions, how) => run(placeCards(name, positions, how)),
      connect: (from, port, to) => {
        const target = strategyNow(editor, name).blocks.find((block) => block.id === to);
        if (target !== undefined && !target.block.isEntry && from !== to)
          run(connectPort(name, { block: from, port }, to));
      },
      disconnect: (wire) => run(disconnectPorts(name, [{ block: wire.from, port: wire.port }])),
      remove: (ids) => {
        const { strategy, wires } = strategyNow(editor, name);
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
        const { blocks, wires } = strategyNow(editor, name);
        void autoLayout(blocks, wires, 'down').then((positions) => run(arrangeCards(name, positions)));
      },
      copy: (ids) => copyBlocks(strategyNow(editor, name).strategy, ids, placesNow()),
      paste: (clip) => {
        const pasted = pasteBlocks(name, strategyNow(editor, name).strategy, clip, { x: 32, y: 32 });
        if (pasted === undefined) return;
        run(pasted.edit);
        select(pasted.ids);
      },
    };
  }, [editor, name, drawnAt]);
}

function strategyNow(editor: EditorStore, name: string) {
  const strategy = editor.getState().snapshot.document.strategies?.[name] ?? { blocks: {} };
  const blocks = describeStrategy(strategy);
  return { strategy, blocks, wires: wiresOf(blocks) };
}
