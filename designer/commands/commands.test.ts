import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addBlock } from './add-block.ts';
import { connectPort } from './connect-port.ts';
import type { Edit, Snapshot, StrategyInput } from './edit.ts';
import { createEditorStore } from './editor-store.ts';
import { copyBlocks, pasteBlocks } from './paste-blocks.ts';
import { followPorts } from './follow-ports.ts';
import { placeCards } from './place-cards.ts';
import { removeBlocks } from './remove-blocks.ts';
import { renameObject } from './rename-object.ts';
import { setBlockConfig } from './set-block.ts';

const strategy: StrategyInput = {
  blocks: {
    entry: { type: 'entry', ports: { next: 'wait' } },
    wait: { type: 'wait', config: { seconds: 5 }, ports: { next: 'queue' } },
    queue: { type: 'queue-interaction', config: { queue: 'Inbound' } },
  },
};

const start: Snapshot = {
  document: {
    format: 1,
    name: 'Test',
    errorQueue: 'Inbound',
    endpoints: { default: { media: 'email', queue: 'Inbound' } },
    queues: { Inbound: { views: { All: { submitter: { strategy: 'Main' } } } } },
    strategies: { Main: strategy },
  },
  layout: { process: { positions: { 'view:Inbound/All': { x: 1, y: 2 } }, notes: {} }, strategies: {} },
};

const blocksOf = (snapshot: Snapshot) => snapshot.document.strategies?.['Main']?.blocks ?? {};

describe('edits of a strategy', () => {
  it('inserts a block on a wire and leads it on', () => {
    const { edit, id } = addBlock(strategy, {
      strategy: 'Main',
      type: 'screen',
      position: { x: 0, y: 0 },
      after: { block: 'entry', port: 'next' },
    });

    const blocks = blocksOf(edit.apply(start));

    expect(id).toBe('screen');
    expect(blocks['entry']?.ports).toEqual({ next: 'screen' });
    expect(blocks['screen']?.ports).toEqual({ matched: 'wait' });
  });

  it('closes the gap when a block with one way on is deleted', () => {
    const edit = removeBlocks('Main', strategy, ['wait']);

    expect(blocksOf(edit?.apply(start) ?? start)['entry']?.ports).toEqual({ next: 'queue' });
  });

  it('keeps the only entry', () => {
    expect(removeBlocks('Main', strategy, ['entry'])).toBeUndefined();
  });

  it('pastes blocks under new ids, wired among each other', () => {
    const clip = copyBlocks(strategy, ['entry', 'wait', 'queue'], { wait: { x: 10, y: 10 } });
    const pasted = pasteBlocks('Main', strategy, clip ?? '', { x: 5, y: 5 });

    const blocks = blocksOf(pasted?.edit.apply(start) ?? start);

    expect(pasted?.ids).toEqual(['wait-2', 'queue-2']);
    expect(blocks['wait-2']?.ports).toEqual({ next: 'queue-2' });
    expect(pasteBlocks('Main', strategy, 'some text', { x: 0, y: 0 })).toBeUndefined();
  });

  it('takes a setting away so that its default counts again', () => {
    const edit = setBlockConfig('Main', 'wait', { seconds: undefined, until: '2027-01-01T00:00:00Z' });

    expect(blocksOf(edit.apply(start))['wait']?.config).toEqual({ until: '2027-01-01T00:00:00Z' });
  });
});

describe('exits that settings name', () => {
  const segmentation = {
    type: 'generic-segmentation',
    config: segments('gold', 'rest'),
    ports: { gold: 'wait', rest: 'queue' },
  };

  it('keep their wire when they are renamed', () => {
    expect(followPorts(segmentation, { ...segmentation, config: segments('silver', 'rest') }).ports).toEqual({
      silver: 'wait',
      rest: 'queue',
    });
  });

  it('lose their wire with their row', () => {
    expect(followPorts(segmentation, { ...segmentation, config: segments('rest') }).ports).toEqual({ rest: 'queue' });
  });

  function segments(...names: string[]) {
    return { segments: names.map((port) => ({ port, condition: { combinator: 'and', rules: [] } })) };
  }
});

describe('renaming', () => {
  it('follows a queue through endpoints, error queue, blocks and cards', () => {
    const { document, layout } = renameObject({ kind: 'queue', name: 'Inbound' }, 'New mail').apply(start);

    expect(document.errorQueue).toBe('New mail');
    expect(document.endpoints?.['default']?.queue).toBe('New mail');
    expect(Object.keys(document.queues ?? {})).toEqual(['New mail']);
    expect(document.strategies?.['Main']?.blocks['queue']?.config).toEqual({ queue: 'New mail' });
    expect(Object.keys(layout.process.positions)).toEqual(['view:New mail/All']);
  });

  it('follows a strategy into submitters', () => {
    const { document } = renameObject({ kind: 'strategy', name: 'Main' }, 'Sort').apply(start);

    expect(document.queues?.['Inbound']?.views?.['All']?.submitter?.strategy).toBe('Sort');
    expect(Object.keys(document.strategies ?? {})).toEqual(['Sort']);
  });
});

describe('editor store', () => {
  const edits: Edit[] = [
    connectPort('Main', { block: 'wait', port: 'error' }, 'queue'),
    placeCards('Main', { wait: { x: 4, y: 4 } }),
    setBlockConfig('Main', 'wait', { seconds: 9 }),
    renameObject({ kind: 'queue', name: 'Inbound' }, 'Other'),
  ];

  it('returns to where it began after any edits and as many undos, and redo brings all back', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...edits), { maxLength: 12 }), (done) => {
        const store = createEditorStore(start);
        for (const edit of done) store.getState().run(edit);
        const end = store.getState().snapshot;
        while (store.getState().past.length > 0) store.getState().undo();
        expect(store.getState().snapshot).toBe(start);
        while (store.getState().future.length > 0) store.getState().redo();
        expect(store.getState().snapshot).toBe(end);
      }),
    );
  });

  it('undoes typing in one field as one step', () => {
    const store = createEditorStore(start);
    for (const seconds of [1, 12, 123]) store.getState().run(setBlockConfig('Main', 'wait', { seconds }));

    store.getState().undo();

    expect(store.getState().snapshot).toBe(start);
  });
});
