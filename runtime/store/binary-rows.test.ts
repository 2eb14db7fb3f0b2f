import { expect, it } from 'vitest';
import { BinaryRows, writerOf } from './binary-rows.ts';

/** What one value becomes, without the header of the rows and their trailer. */
function written(type: string, value: unknown): string {
  const rows = new BinaryRows(0);
  writerOf(type)(rows, value);
  return rows.finish().subarray(19, -2).toString('hex');
}

it('writes each value behind its length', () => {
  expect(written('text', 'aé')).toBe('0000000361c3a9');
  expect(written('jsonb', ['a'])).toBe(`0000000601${Buffer.from('["a"]').toString('hex')}`);
  expect(written('uuid', '01934567-89AB-7cde-8f01-23456789abcd')).toBe('000000100193456789ab7cde8f0123456789abcd');
  expect(written('timestamp with time zone', new Date('2000-01-01T00:00:00.001Z'))).toBe('0000000800000000000003e8');
  expect(written('timestamp with time zone', '1999-12-31T23:59:59.999Z')).toBe('00000008fffffffffffffc18');
});

it.each([
  ['uuid', '01934567-89ab-7cde-8f01-23456789abcg', '22P02'],
  ['uuid', '01934567', '22P02'],
  ['timestamp with time zone', 'soon', '22007'],
  ['integer', 2 ** 31, '22003'],
  ['integer', 1.5, '22P02'],
])('refuses what is no %s (%s) as the database would', (type, value, code) => {
  expect(() => written(type, value)).toThrow(expect.objectContaining({ code }));
});

it('refuses a type that nobody has written yet', () => {
  expect(() => written('polygon', '')).toThrow('polygon');
});
