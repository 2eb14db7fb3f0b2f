import { expect, test } from 'vitest';
import { hoursText, readHours } from './hours-text.ts';

test.each([
  ['08:00-12:00, 13:00-17:30', '08:00-12:00, 13:00-17:30'],
  ['8-12,13 – 24', '08:00-12:00, 13:00-24:00'],
  ['  ', ''],
])('reads %j', (text, said) => {
  const read = readHours(text);

  expect('stretches' in read && hoursText(read.stretches)).toBe(said);
});

test.each(['8', '17:00-08:00', '08:00-25:00', '8-9, later', '08:00-08:00'])('says what is wrong with %j', (text) => {
  expect(readHours(text)).toEqual({ wrong: text.split(', ').at(-1) });
});
