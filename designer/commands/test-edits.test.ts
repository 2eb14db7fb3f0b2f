import { expect, test } from 'vitest';
import { layoutSchema } from '#dsl/document/layout.ts';
import { aProcessDocument } from '#test/support/a-process.ts';
import type { Snapshot } from './edit.ts';
import { removeTest, renameTest, setTest } from './test-edits.ts';

const snapshot: Snapshot = { document: aProcessDocument(), layout: layoutSchema.parse({}) };
const testsOf = ({ document }: Snapshot) => document.strategies?.['Main']?.tests;

test('a test is added, changed and renamed in its place', () => {
  const added = setTest('Main', 'one', { expect: { stopped: true } }).apply(snapshot);
  const two = setTest('Main', 'two', {}).apply(added);
  const renamed = renameTest('Main', 'one', 'first').apply(two);

  expect(testsOf(added)).toEqual({ one: { expect: { stopped: true } } });
  expect(Object.keys(testsOf(renamed) ?? {})).toEqual(['first', 'two']);
  expect(renameTest('Main', 'two', 'first').apply(renamed)).toBe(renamed);
});

test('the list goes with the last test', () => {
  const added = setTest('Main', 'one', {}).apply(snapshot);

  expect(removeTest('Main', 'one').apply(added).document).toEqual(snapshot.document);
});
