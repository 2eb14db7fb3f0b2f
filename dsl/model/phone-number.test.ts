import { expect, test } from 'vitest';
import { phoneNumber } from './phone-number.ts';

test.each([
  ['+49 (151) 123-456', '+49151123456'],
  ['0049.151/123456', '+49151123456'],
  ['72000', '72000'],
  ['ABC', undefined],
  ['+', undefined],
  ['ada@example.com', undefined],
  ['1'.repeat(21), undefined],
])('reads "%s" as %s', (text, number) => {
  expect(phoneNumber(text)).toBe(number);
});
