import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

const segments = [
  { port: 'day', from: '08:00', to: '18:00' },
  { port: 'night', from: '22:00', to: '06:00' },
  { port: 'late', from: '20:00', to: '24:00' },
];

const portAt = async (at: string, timeZone = 'UTC') =>
  (await runBlock('time-of-day-segmentation', { segments, timeZone, at })).port;

test('an interval has its first moment and not its last, and may go over midnight', async () => {
  expect(await portAt('2027-01-04T08:00:00Z')).toBe('day');
  expect(await portAt('2027-01-04T17:59:59Z')).toBe('day');
  expect(await portAt('2027-01-04T18:00:00Z')).toBe('default');
  expect(await portAt('2027-01-04T22:00:00Z')).toBe('night');
  expect(await portAt('2027-01-04T05:59:59Z')).toBe('night');
  expect(await portAt('2027-01-04T21:59:59Z')).toBe('late');
});

test('follows summer time of the time zone', async () => {
  expect(await portAt('2027-01-04T07:30:00Z', 'Europe/Berlin')).toBe('day');
  expect(await portAt('2027-07-05T06:30:00Z', 'Europe/Berlin')).toBe('day');
  expect(await portAt('2027-01-04T06:30:00Z', 'Europe/Berlin')).toBe('default');
});
