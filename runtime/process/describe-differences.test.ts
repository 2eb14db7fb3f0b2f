import { expect, test } from 'vitest';
import { describeDifferences } from './describe-differences.ts';

test('says nothing of documents that say the same, whatever the order of their keys', () => {
  expect(describeDifferences({ a: 1, b: [2] }, { b: [2], a: 1 })).toEqual([]);
});

test('names what is only on one side and what differs, no deeper than a reader wants', () => {
  const kept = { name: 'A', strategies: { One: { blocks: { entry: { type: 'entry' } } }, Two: {} } };
  const imported = { name: 'A', strategies: { One: { blocks: { entry: { type: 'exit' } } }, Three: {} } };

  expect(describeDifferences(kept, imported)).toEqual([
    'strategies › One › blocks differs',
    'strategies › Two is only here',
    'strategies › Three is only in the import',
  ]);
});

test('counts differences beyond a screenful', () => {
  const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`key${index}`, index]));

  const differences = describeDifferences({}, many);
  expect(differences).toHaveLength(20);
  expect(differences.at(-1)).toBe('and 11 more differences');
});
