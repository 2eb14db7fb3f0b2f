import { expect, test } from 'vitest';
import { Latest } from './latest.ts';

/** Work that ends when told to. */
function heldWork() {
  const waiting: (() => void)[] = [];
  let runs = 0;
  const work = () => {
    runs += 1;
    return new Promise<void>((resolve) => waiting.push(resolve));
  };
  const finish = async () => {
    waiting.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { work, finish, runs: () => runs };
}

test('runs once more after any number of hints that came while it ran', async () => {
  const held = heldWork();
  const latest = new Latest(held.work, () => undefined);

  latest.ask('a');
  latest.ask('a');
  latest.ask('a');
  expect(held.runs()).toBe(1);
  await held.finish();
  expect(held.runs()).toBe(2);
  await held.finish();
  expect(held.runs()).toBe(2);
});

test('runs different keys side by side', () => {
  const held = heldWork();
  const latest = new Latest(held.work, () => undefined);

  latest.ask('a');
  latest.ask('b');

  expect(held.runs()).toBe(2);
});

test('tells of a failure and goes on', async () => {
  const errors: unknown[] = [];
  let runs = 0;
  const latest = new Latest(
    () => {
      runs += 1;
      return Promise.reject(new Error('no database'));
    },
    (error) => errors.push(error),
  );

  latest.ask('a');
  await new Promise((resolve) => setImmediate(resolve));
  latest.ask('a');
  await new Promise((resolve) => setImmediate(resolve));

  expect([runs, errors.length]).toEqual([2, 2]);
});
