import { describe, expect, test } from 'vitest';
import { fitScope, withinScope } from './scope.ts';

/** Highest scores as they mostly are, around 6, with a few poor ones. */
const highest = Array.from({ length: 100 }, (_, index) => 2 + 4 * Math.sqrt(index / 50));

describe('fitScope', () => {
  test('leaves the usual text its confidence, and takes it from one that fits worse than nearly all', () => {
    const scope = fitScope(highest, 0.9);

    expect(withinScope(scope, 6)).toBeGreaterThan(0.99);
    expect(withinScope(scope, 1)).toBeLessThan(0.05);
    expect(highest.filter((score) => withinScope(scope, score) < 0.5)).toHaveLength(3);
  });

  test('says nothing from a few texts, from texts that all fit alike, or when many were wrong', () => {
    expect(fitScope(highest.slice(0, 10), 0.9)).toBeUndefined();
    expect(
      fitScope(
        highest.map(() => 3),
        0.9,
      ),
    ).toBeUndefined();
    expect(fitScope(highest, 0.7)).toBeUndefined();
    expect(withinScope(undefined, -5)).toBe(1);
  });
});
