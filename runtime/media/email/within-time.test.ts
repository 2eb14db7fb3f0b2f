import { expect, it } from 'vitest';
import { withinTime } from './within-time.ts';

it('answers the result of work that ends in time', () => {
  expect(
    withinTime(
      1000,
      () => 6 * 7,
      () => 0,
    ),
  ).toBe(42);
});

it('gives up on a pattern that backtracks for ever', () => {
  expect(
    withinTime(
      20,
      () => /^(a+)+$/.test(`${'a'.repeat(60)}!`),
      () => 'gave up' as never,
    ),
  ).toBe('gave up');
});

it('hands over what the work threw', () => {
  const failure = new Error('no');

  expect(
    withinTime<unknown>(
      1000,
      () => {
        throw failure;
      },
      (thrown) => thrown,
    ),
  ).toBe(failure);
});
