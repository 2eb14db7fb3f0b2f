import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareSequence } from './share-sequence.ts';

test('gives each its share, spread evenly', () => {
  expect(shareSequence([50, 25, 25])).toEqual([0, 1, 2, 0]);
  expect(shareSequence([100])).toEqual([0]);
  expect(shareSequence([0, 0])).toEqual([]);
});

test('stays near the shares at every place, and meets them at the end', () => {
  const shares = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(shares, (given) => {
      const sequence = shareSequence(given);
      const sum = given.reduce((total, share) => total + share, 0);

      for (const [index, share] of given.entries()) {
        let turns = 0;
        for (const [place, next] of sequence.entries()) {
          turns += next === index ? 1 : 0;
          expect(Math.abs(turns - ((place + 1) * share) / sum)).toBeLessThan(given.length);
        }
        if (sequence.length > 0) expect(turns).toBe((sequence.length * share) / sum);
      }
    }),
  );
});
