import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Snapshot } from '../commands/edit.ts';
import { createEditorStore } from '../commands/editor-store.ts';
import { setProcess } from '../commands/set-object.ts';
import { RequestFailure } from '../kit/api.ts';
import { createDraftSaver } from './draft-saver.ts';

const snapshot: Snapshot = {
  document: { format: 1, name: 'Test' },
  layout: { process: { positions: {}, notes: {} }, strategies: {} },
};

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('createDraftSaver', () => {
  it('saves once after a pause, from the revision it knows', async () => {
    const editor = createEditorStore(snapshot);
    const asked: number[] = [];
    const saver = createDraftSaver({
      editor,
      revision: 7,
      delayMs: 800,
      save: async (_, revision) => asked.push(revision) && revision + 1,
    });

    editor.getState().run(setProcess({ description: 'a' }));
    editor.getState().run(setProcess({ description: 'ab' }));
    await vi.advanceTimersByTimeAsync(800);

    expect(asked).toEqual([7]);
    expect(saver.state.getState()).toMatchObject({ status: 'saved', revision: 8 });
  });

  it('has nothing to save once everything is undone', async () => {
    const editor = createEditorStore(snapshot);
    const saver = createDraftSaver({
      editor,
      revision: 7,
      delayMs: 800,
      save: () => Promise.reject(new Error('sent')),
    });

    editor.getState().run(setProcess({ description: 'a' }));
    editor.getState().undo();
    await vi.advanceTimersByTimeAsync(10_000);

    expect(saver.state.getState()).toMatchObject({ status: 'saved', revision: 7 });
  });

  it('stops at a conflict until somebody decides', async () => {
    const editor = createEditorStore(snapshot);
    const conflict = new RequestFailure(409, { code: 'request/conflict', message: 'Saved meanwhile.' });
    const answers: (() => Promise<number>)[] = [() => Promise.reject(conflict), () => Promise.resolve(12)];
    const saver = createDraftSaver({
      editor,
      revision: 7,
      delayMs: 800,
      save: () => (answers.shift() ?? (() => Promise.resolve(0)))(),
    });

    editor.getState().run(setProcess({ description: 'mine' }));
    await vi.advanceTimersByTimeAsync(800);
    editor.getState().run(setProcess({ errorQueue: 'Other' }));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(saver.state.getState().status).toBe('conflict');
    await saver.keepMine(11);

    expect(saver.state.getState()).toMatchObject({ status: 'saved', revision: 12 });
  });

  it('tries again by itself after the network failed', async () => {
    const editor = createEditorStore(snapshot);
    let tries = 0;
    const saver = createDraftSaver({
      editor,
      revision: 1,
      delayMs: 800,
      save: async () => {
        tries += 1;
        if (tries === 1) throw new RequestFailure(0, { code: 'network/unreachable', message: 'gone' });
        return 2;
      },
    });

    editor.getState().run(setProcess({ description: 'x' }));
    await vi.advanceTimersByTimeAsync(800);
    expect(saver.state.getState().status).toBe('failed');
    await vi.advanceTimersByTimeAsync(5000);

    expect(saver.state.getState()).toMatchObject({ status: 'saved', revision: 2 });
  });
});
