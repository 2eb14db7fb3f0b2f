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

const nothingElse = () => Promise.reject(new Error('nobody else saved'));

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
      load: nothingElse,
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
      load: nothingElse,
    });

    editor.getState().run(setProcess({ description: 'a' }));
    editor.getState().undo();
    await vi.advanceTimersByTimeAsync(10_000);

    expect(saver.state.getState()).toMatchObject({ status: 'saved', revision: 7 });
  });

  /** A saver whose first save meets what somebody else saved as revision 11. */
  function behind(theirs: Snapshot) {
    const editor = createEditorStore(snapshot);
    const conflict = new RequestFailure(409, { code: 'request/conflict', message: 'Saved meanwhile.' });
    const sent: { snapshot: Snapshot; revision: number }[] = [];
    const saver = createDraftSaver({
      editor,
      revision: 7,
      delayMs: 800,
      save: (mine, revision) => {
        sent.push({ snapshot: mine, revision });
        return revision < 11 ? Promise.reject(conflict) : Promise.resolve(12);
      },
      load: () => Promise.resolve({ snapshot: theirs, revision: 11, by: 'anna' }),
    });
    return { editor, saver, sent };
  }

  it('merges what somebody else saved meanwhile, and undo takes back only what was done here', async () => {
    const theirs = { ...snapshot, document: { ...snapshot.document, errorQueue: 'Theirs' } };
    const { editor, saver, sent } = behind(theirs);

    editor.getState().run(setProcess({ description: 'mine' }));
    await vi.advanceTimersByTimeAsync(800);

    expect(saver.state.getState()).toMatchObject({ status: 'saved', revision: 12 });
    expect(sent.at(-1)).toMatchObject({
      revision: 11,
      snapshot: { document: { description: 'mine', errorQueue: 'Theirs' } },
    });
    editor.getState().undo();
    expect(editor.getState().snapshot.document).toEqual({ format: 1, name: 'Test', errorQueue: 'Theirs' });
  });

  it('stops at a field that both changed until somebody decides', async () => {
    const theirs = { ...snapshot, document: { ...snapshot.document, description: 'theirs', errorQueue: 'Theirs' } };
    const { editor, saver, sent } = behind(theirs);

    editor.getState().run(setProcess({ description: 'mine' }));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    expect(saver.state.getState().conflict?.conflicts.map(({ path }) => path)).toEqual([['description']]);
    await saver.resolve(() => 'ours');

    expect(saver.state.getState()).toMatchObject({ status: 'saved', revision: 12, conflict: undefined });
    expect(sent.at(-1)?.snapshot.document).toMatchObject({ description: 'mine', errorQueue: 'Theirs' });
  });

  it('follows what somebody else saved while nothing waits here, and keeps the way back', async () => {
    const editor = createEditorStore(snapshot);
    const save = async (_: Snapshot, revision: number) => revision + 1;
    const saver = createDraftSaver({ editor, revision: 1, delayMs: 800, save, load: nothingElse });
    editor.getState().run(setProcess({ description: 'mine' }));
    await vi.advanceTimersByTimeAsync(800);

    const document = { ...editor.getState().snapshot.document, errorQueue: 'Theirs' };
    saver.follow({ snapshot: { ...snapshot, document }, revision: 9, by: 'anna' });

    expect(saver.state.getState()).toMatchObject({ status: 'saved', revision: 9 });
    expect(editor.getState().snapshot.document).toEqual(document);
    editor.getState().undo();
    expect(editor.getState().snapshot.document).toEqual({ format: 1, name: 'Test', errorQueue: 'Theirs' });
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
      load: nothingElse,
    });

    editor.getState().run(setProcess({ description: 'x' }));
    await vi.advanceTimersByTimeAsync(800);
    expect(saver.state.getState().status).toBe('failed');
    await vi.advanceTimersByTimeAsync(5000);

    expect(saver.state.getState()).toMatchObject({ status: 'saved', revision: 2 });
  });
});
