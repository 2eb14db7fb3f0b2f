import { expect, it } from 'vitest';
import { changedData } from './changed-data.ts';

it('names what has another value and what is gone, and nothing else', () => {
  const before = { Same: { a: [1] }, Other: 'x', Gone: 1 };

  expect(changedData(before, { Same: { a: [1] }, Other: 'y', New: null })).toEqual({
    set: { Other: 'y', New: null },
    removed: ['Gone'],
  });
});

it('is nothing when nothing changed', () => {
  expect(changedData({ a: 1 }, { a: 1 })).toBeUndefined();
});
