import { expect, test } from 'vitest';
import type { Snapshot } from './edit.ts';
import { createEditorStore } from './editor-store.ts';
import { frameCards, removeMarks } from './frame-edits.ts';
import { inOneStep } from './in-one-step.ts';
import { addNote, setNote } from './note-edits.ts';
import { placeCards } from './place-cards.ts';
import { removeBlocks } from './remove-blocks.ts';
import { renameObject } from './rename-object.ts';
import { canvasOf } from './snapshot-parts.ts';

const main = {
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
    queues: { Inbound: { views: {} } },
    strategies: { Main: main },
  },
  layout: { process: { positions: {}, notes: {} }, strategies: {} },
};

const note = { x: 10, y: 20, width: 200, height: 96, text: '' };

test('a note is added, written, moved with cards, and each of it is undone', () => {
  const editor = createEditorStore(start);
  const { run, undo } = editor.getState();
  const added = addNote(start, 'Main', note);

  run(added.edit);
  run(setNote('Main', 'note-1', { text: 'Ask legal' }));
  run(setNote('Main', 'note-1', { text: 'Ask legal first', colour: 'red' }));
  run(placeCards('Main', { [added.id]: { x: 50, y: 60 }, wait: { x: 1, y: 2 } }));

  expect(canvasOf(editor.getState().snapshot.layout, 'Main')).toEqual({
    positions: { wait: { x: 1, y: 2 } },
    notes: { 'note-1': { ...note, x: 50, y: 60, text: 'Ask legal first', colour: 'red' } },
  });
  for (let step = 0; step < 4; step += 1) undo();
  expect(editor.getState().snapshot).toBe(start);
});

test('a card is in one group at most, and a group around nothing goes', () => {
  const first = frameCards(start, 'Main', ['wait', 'queue']).edit.apply(start);
  const second = frameCards(first, 'Main', ['queue']).edit.apply(first);
  const third = frameCards(second, 'Main', ['wait']).edit.apply(second);

  expect(canvasOf(second.layout, 'Main').frames).toMatchObject({
    'group-1': { cards: ['wait'] },
    'group-2': { cards: ['queue'] },
  });
  expect(Object.keys(canvasOf(third.layout, 'Main').frames ?? {})).toEqual(['group-2', 'group-3']);
});

test('a group loses blocks that are deleted, and keeps objects that are renamed', () => {
  const framed = frameCards(start, 'Main', ['wait', 'queue']).edit.apply(start);
  const without = removeBlocks('Main', main, ['wait'])?.apply(framed) ?? framed;
  const outer = frameCards(start, undefined, ['queue:Inbound']).edit.apply(start);
  const renamed = renameObject({ kind: 'queue', name: 'Inbound' }, 'Mail').apply(outer);

  expect(canvasOf(without.layout, 'Main').frames).toMatchObject({ 'group-1': { cards: ['queue'] } });
  expect(canvasOf(renamed.layout, undefined).frames).toMatchObject({ 'group-1': { cards: ['queue:Mail'] } });
});

test('notes, groups and blocks that are deleted together come back together', () => {
  const editor = createEditorStore(frameCards(start, 'Main', ['wait', 'queue']).edit.apply(start));
  const edit = inOneStep([
    removeBlocks('Main', main, ['wait']),
    removeMarks('Main', { notes: [], frames: ['group-1'] }),
  ]);
  const before = editor.getState().snapshot;

  if (edit !== undefined) editor.getState().run(edit);
  expect(canvasOf(editor.getState().snapshot.layout, 'Main').frames).toBeUndefined();
  editor.getState().undo();

  expect(editor.getState().snapshot).toBe(before);
});
