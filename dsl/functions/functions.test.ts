import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { functionByName, functions, functionsSource } from './functions.ts';

type Library = Record<string, (...args: unknown[]) => unknown>;

/** The library over a clock that stands still, in a realm of its own; values come out as JSON. */
function libraryAt(now: string): Library {
  const make = runInNewContext(functionsSource) as (date: { now(): number }) => Library;
  return make({ now: () => Date.parse(now) });
}

const fn = libraryAt('2027-01-04T07:30:00Z');
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null)) as unknown;

describe.each(functions)('fn.$name', ({ name, examples, parameters, help }) => {
  test.each(examples)('does what its example says: $args', ({ args, result }) => {
    expect(asJson(fn[name]?.(...args))).toEqual(result);
  });

  test('explains itself, and gives what may be left out last', () => {
    const isOptional = parameters.map((parameter) => parameter.isOptional === true);

    expect(examples).not.toHaveLength(0);
    expect(help).toMatch(/^[A-Z].*\.$/);
    expect(isOptional).toEqual(isOptional.toSorted((left, right) => Number(left) - Number(right)));
  });
});

test('every function has a name of its own', () => {
  expect(new Set(functions.map(({ name }) => name)).size).toBe(functions.length);
  expect(functionByName('strLen')?.family).toBe('text');
  expect(functionByName('constructor')).toBeUndefined();
});

test('the clock is that of the run', () => {
  expect(fn['timestamp']?.()).toBe('2027-01-04T07:30:00.000Z');
  expect(libraryAt('2027-07-04T22:30:00Z')['date']?.('Europe/Berlin')).toBe('2027-07-05');
});

test.each([
  ['day', ['Mars/Olympus'], '"Mars/Olympus" is no time zone'],
  ['toNumber', ['many'], '"many" is no number'],
  ['timeAdd', ['yesterday', 1], '"yesterday" is no time'],
  ['timeAdd', ['2027-01-04T07:30:00Z', 1, 'weeks'], '"weeks" is no unit'],
])('fn.%s of %j says what is wrong', (name, args, message) => {
  expect(() => fn[name]?.(...args)).toThrow(message);
});
