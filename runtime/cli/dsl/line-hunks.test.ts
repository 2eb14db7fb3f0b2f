import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineHunks } from './line-hunks.ts';

test('finds the lines that differ and leaves the others together', () => {
  expect(lineHunks(['a', 'b', 'c', 'd', 'e'], ['a', 'x', 'c', 'e'])).toEqual([
    { isSame: true, lines: ['a'] },
    { isSame: false, ours: ['b'], theirs: ['x'] },
    { isSame: true, lines: ['c'] },
    { isSame: false, ours: ['d'], theirs: [] },
    { isSame: true, lines: ['e'] },
  ]);
});

test('both texts can be put together again from the stretches', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });
  fc.assert(
    fc.property(lines, lines, (ours, theirs) => {
      const hunks = lineHunks(ours, theirs);

      expect(hunks.flatMap((hunk) => (hunk.isSame ? hunk.lines : hunk.ours))).toEqual(ours);
      expect(hunks.flatMap((hunk) => (hunk.isSame ? hunk.lines : hunk.theirs))).toEqual(theirs);
    }),
  );
});
