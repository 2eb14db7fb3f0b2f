import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBlock } from './add-block.ts';
import { connectPort, disconnectPorts } from './connect-port.ts';
import type { Edit, Snapshot } from './edit.ts';
import { createEditorStore } from './editor-store.ts';
import { frameCards } from './frame-edits.ts';
import { addNote } from './note-edits.ts';
import { placeCards } from './place-cards.ts';
import { removeBlocks } from './remove-blocks.ts';
import { renameObject } from './rename-object.ts';
import { setBlockConfig, setBlockText } from './set-block.ts';

const start: Snapshot = {
  document: {
    format: 1,
    name: 'Test',
    errorQueue: 'Inbound',
    queues: { Inbound: {} },
    strategies: {
      Main: {
        blocks: {
          entry: { type: 'entry', ports: { next: 'wait' } },
          wait: { type: 'wait', config: { seconds: 5 }, ports: { next: 'queue' } },
          queue: { type: 'queue-interaction', config: { queue: 'Inbound' } },
        },
      },
    },
  },
  layout: { process: { positions: {}, notes: {} }, strategies: {} },
};

const main = (snapshot: Snapshot) => snapshot.document.strategies?.['Main'] ?? { blocks: {} };

/** An edit as a person makes it: of what is there when it is made. */
type Move = (snapshot: Snapshot, block: string, number: number) => Edit | undefined;

const moves: readonly Move[] = [
  (at, _, number) =>
    addBlock(main(at), { strategy: 'Main', type: 'screen', position: { x: number, y: 0 }, after: undefined }).edit,
  (at, block) => removeBlocks('Main', main(at), [block]),
  (_, block, number) => setBlockText('Main', block, 'name', `Called ${number}`),
  (_, block, number) => setBlockText('Main', block, 'note', number % 2 === 0 ? '' : 'a note'),
  (_, block, number) => setBlockConfig('Main', block, { seconds: number % 3 === 0 ? undefined : number }),
  (_, block) => connectPort('Main', { block, port: 'next' }, 'queue'),
  (_, block) => disconnectPorts('Main', [{ block, port: 'next' }]),
  (_, block, number) => placeCards('Main', { [block]: { x: number, y: number } }),
  (at, _, number) => addNote(at, 'Main', { x: number, y: 0, width: 100, height: 50, text: 'look' }).edit,
  (at, block) => frameCards(at, 'Main', [block]).edit,
  (at, _, number) =>
    renameObject({ kind: 'queue', name: Object.keys(at.document.queues ?? {})[0] ?? '' }, `Queue ${number}`),
];

const steps = fc.array(fc.tuple(fc.constantFrom(...moves), fc.nat(9), fc.nat(99)), { maxLength: 30 });

describe('the history', () => {
  it('undoes random edits to the same bytes at each step, and does them again to the same bytes', () => {
    fc.assert(
      fc.property(steps, (wanted) => {
        const store = createEditorStore(start);
        const seen = [JSON.stringify(start)];
        for (const [move, which, number] of wanted) {
          const { snapshot, past } = store.getState();
          const ids = Object.keys(main(snapshot).blocks);
          const edit = move(snapshot, ids[which % ids.length] ?? '', number);
          if (edit === undefined) continue;
          store.getState().run(edit);
          const bytes = JSON.stringify(store.getState().snapshot);
          // typing in one field goes on in the step it began
          if (store.getState().past.length > past.length) seen.push(bytes);
          else seen[seen.length - 1] = bytes;
        }
        const bytes = () => JSON.stringify(store.getState().snapshot);
        const back = seen.toReversed();
        expect(walk(bytes, () => store.getState().undo(), seen.length)).toEqual(back);
        expect(walk(bytes, () => store.getState().redo(), seen.length)).toEqual(seen);
      }),
    );
  });

  it('brings what others changed into each step, in their order, once somebody goes there', () => {
    const store = createEditorStore(start);
    store.getState().run(setBlockText('Main', 'wait', 'name', 'Mine'));
    for (const note of ['first', 'first and second']) {
      const theirs = setBlockText('Main', 'queue', 'note', note).apply;
      store.getState().rebase(theirs(store.getState().snapshot), theirs);
    }

    store.getState().undo();

    const { blocks } = main(store.getState().snapshot);
    expect(blocks['wait']?.name).toBeUndefined();
    expect(blocks['queue']?.note).toBe('first and second');
    store.getState().redo();
    expect(main(store.getState().snapshot).blocks['wait']?.name).toBe('Mine');
    expect(main(store.getState().snapshot).blocks['queue']?.note).toBe('first and second');
  });
});

/** What `read` says at first and after each of `count - 1` times `act`. */
function walk(read: () => string, act: () => void, count: number): string[] {
  return Array.from({ length: count }, (_, index) => {
    if (index > 0) act();
    return read();
  });
}
