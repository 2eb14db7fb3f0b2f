import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { looseText, looseValue, shortText } from './loose-value.ts';

test('reads numbers, truth values and lists as such, and everything else as text', () => {
  expect(['5', '-1.5', 'true', 'null', '[1, "a"]', '{"a": 1}'].map(looseValue)).toEqual([
    5,
    -1.5,
    true,
    null,
    [1, 'a'],
    { a: 1 },
  ]);
  expect(['gold', '2027-01-04', '"5"', '[half', 'trueish', '', '-'].map(looseValue)).toEqual([
    'gold',
    '2027-01-04',
    '5',
    '[half',
    'trueish',
    '',
    '-',
  ]);
});

test('what is shown reads as the value it shows', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = JSON.parse(JSON.stringify(value)) as z.core.util.JSONType;
      expect(looseValue(looseText(json))).toEqual(json);
    }),
  );
});

test('a short line says what a value holds', () => {
  expect(shortText({ matched: true, rules: ['Complaint'], keys: { a: 1 } })).toBe(
    'matched: true, rules: [Complaint], keys: {a: 1}',
  );
});
