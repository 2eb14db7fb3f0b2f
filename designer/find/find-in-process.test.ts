import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import { createEditorStore } from '../commands/editor-store.ts';
import { findInProcess } from './find-in-process.ts';
import { refusalOf, replaceMatches } from './replace-matches.ts';
import { positionsOf, replaceIn } from './text-query.ts';

const query = { text: 'mail', isCaseSensitive: false, isWholeWord: false };

const document: BusinessProcessInput = {
  format: 1,
  name: 'Test',
  errorQueue: 'Mail held',
  endpoints: { default: { media: 'email', queue: 'Mail in' } },
  queues: { 'Mail in': { views: { All: { submitter: { strategy: 'Main' } } } }, 'Mail held': { parking: true } },
  strategies: {
    Main: {
      blocks: {
        entry: { type: 'entry', ports: { next: 'ask' } },
        ask: {
          type: 'acknowledgement',
          name: 'Say we got the mail',
          config: { response: 'E-mail receipt' },
          ports: { sent: 'queue' },
        },
        queue: { type: 'queue-interaction', config: { queue: 'Mail in' } },
      },
    },
  },
};

test('finds names once and texts where they stand, but no word of the language itself', () => {
  const found = findInProcess(document, query);

  expect(found.map(({ path, text }) => [path.join('/'), text])).toEqual([
    ['queues/Mail in', 'Mail in'],
    ['queues/Mail held', 'Mail held'],
    ['strategies/Main/blocks/ask/name', 'Say we got the mail'],
    ['strategies/Main/blocks/ask/config/response', 'E-mail receipt'],
  ]);
});

test('replacing renames queues with all their uses, and one undo brings everything back', () => {
  const layout = { process: { positions: { 'queue:Mail in': { x: 1, y: 2 } }, notes: {} }, strategies: {} };
  const editor = createEditorStore({ document, layout });
  const edit = replaceMatches(findInProcess(document, query), query, 'post');

  if (edit !== undefined) editor.getState().run(edit);

  const after = editor.getState().snapshot.document;
  expect(JSON.stringify(after)).not.toMatch(/mail (?:in|held|receipt)/i);
  expect(after.errorQueue).toBe('post held');
  expect(after.strategies?.['Main']?.blocks['queue']?.config).toEqual({ queue: 'post in' });
  expect(after.strategies?.['Main']?.blocks['ask']?.name).toBe('Say we got the post');
  editor.getState().undo();
  expect(editor.getState().snapshot.document).toBe(document);
});

test('says why a name cannot become what the replacement makes of it', () => {
  const [first] = findInProcess(document, { ...query, text: 'Mail in' });
  if (first === undefined) throw new Error('nothing was found');

  expect(refusalOf(first, document, { ...query, text: 'Mail in' }, 'Mail held')).toMatch(/exists already/);
  expect(refusalOf(first, document, { ...query, text: 'Mail in' }, '')).toMatch(/no proper name/);
  expect(refusalOf(first, document, { ...query, text: 'Mail in' }, 'Post')).toBeUndefined();
});

test('whole words and case count where asked for', () => {
  expect(positionsOf('Mailbox mail MAIL', { ...query, isWholeWord: true })).toEqual([8, 13]);
  expect(positionsOf('Mailbox mail MAIL', { ...query, isCaseSensitive: true })).toEqual([8]);
});

test('what was replaced by something else is found no more', () => {
  fc.assert(
    fc.property(fc.string(), fc.stringMatching(/^[a-c]{1,2}$/), (text, needle) => {
      const wanted = { text: needle, isCaseSensitive: true, isWholeWord: false };
      expect(positionsOf(replaceIn(text, wanted, '-'), wanted)).toEqual([]);
    }),
  );
});
