import { expect, test } from 'vitest';
import { aProcessDocument } from '#test/support/a-process.ts';
import { mergeBundles } from './merge-bundles.ts';

function aBundle(text: string, description?: string) {
  const process = aProcessDocument(description === undefined ? {} : { description });
  return { format: 1, kind: 'bundle', process, responses: [{ name: 'Thanks', subject: '', text }] };
}

test('merges the process and what the bundle brings, each by name', () => {
  const { document, conflicts } = mergeBundles(aBundle('a'), aBundle('a', 'New'), aBundle('b'));

  expect(conflicts).toEqual([]);
  expect(document).toMatchObject({ process: { description: 'New' }, responses: [{ name: 'Thanks', text: 'b' }] });
});

test('names a response that both rewrote', () => {
  const { document, conflicts } = mergeBundles(aBundle('a'), aBundle('b'), aBundle('c'));

  expect(conflicts.map(({ path, message }) => [path, message])).toEqual([
    [['responses', 'Thanks', 'text'], 'Standard response "Thanks": text is "b" in ours, "c" in theirs, was "a".'],
  ]);
  expect(document).toMatchObject({ responses: [{ text: 'b' }] });
});

test('a conflict of the process says where it is in the bundle', () => {
  const { conflicts } = mergeBundles(aBundle('a'), aBundle('a', 'One'), aBundle('a', 'Two'));

  expect(conflicts.map(({ path }) => path)).toEqual([['process', 'description']]);
});
