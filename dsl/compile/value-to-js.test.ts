import fc from 'fast-check';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { valueToJs } from './value-to-js.ts';

test('writes any JSON as JavaScript of the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const read: unknown = runInNewContext(`JSON.stringify(${valueToJs(value)})`);

      expect(read).toBe(JSON.stringify(value));
    }),
  );
});

test('puts expressions in parentheses, wherever they stand', () => {
  expect(valueToJs({ to: [{ js: 'a, b' }], n: 1 })).toBe('{ to: [(a, b)], n: 1 }');
  expect(valueToJs({ js: 'a // b' })).toBe('(a // b\n)');
});

test('leaves out what is undefined', () => {
  expect(valueToJs({ a: undefined, b: null })).toBe('{ b: null }');
});
