import { expect, it } from 'vitest';
import { durationWords } from './words.ts';

it('tells how long something takes in its two greatest units', () => {
  expect([0, 999, 59_000, 60_000, 200_000, 7_320_000, 90_000_000].map(durationWords)).toEqual([
    '0 s',
    '1 s',
    '59 s',
    '1 min',
    '3 min 20 s',
    '2 h 2 min',
    '1 d 1 h',
  ]);
  expect(durationWords(null)).toBe('–');
});
