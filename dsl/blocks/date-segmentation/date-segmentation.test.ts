import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

const segments = [
  { port: 'sale', from: '2027-11-26', to: '2027-11-28' },
  { port: 'holidays', from: '12-24', to: '01-01' },
  { port: 'summer', from: '07-01', to: '08-31' },
];

const portAt = async (at: string, timeZone = 'UTC') =>
  (await runBlock('date-segmentation', { segments, timeZone, at })).port;

test('takes days of one year, of every year, and over New Year', async () => {
  expect(await portAt('2027-11-28T23:59:00Z')).toBe('sale');
  expect(await portAt('2028-11-28T12:00:00Z')).toBe('default');
  expect(await portAt('2030-07-01T00:00:00Z')).toBe('summer');
  expect(await portAt('2030-12-31T12:00:00Z')).toBe('holidays');
  expect(await portAt('2031-01-01T12:00:00Z')).toBe('holidays');
  expect(await portAt('2031-01-02T12:00:00Z')).toBe('default');
});

test('looks at the calendar of the time zone', async () => {
  expect(await portAt('2027-06-30T23:00:00Z', 'Europe/Berlin')).toBe('summer');
  expect(await portAt('2027-07-01T02:00:00Z', 'America/New_York')).toBe('default');
});

test.each([
  ['2027-12-24', '12-26'],
  ['2027-12-24', '2027-12-01'],
])('refuses the range %s to %s', async (from, to) => {
  const wrong = runBlock('date-segmentation', { segments: [{ port: 'a', from, to }] });

  await expect(wrong).rejects.toThrow('the first not after the last');
});

test('refuses what is no time zone', async () => {
  await expect(portAt('2027-07-01T02:00:00Z', 'Berlin')).rejects.toThrow('a time zone such as Europe/Berlin');
});
