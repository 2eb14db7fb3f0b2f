import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

const segments = [
  { port: 'weekend', days: ['Saturday', 'Sunday'] },
  { port: 'monday', days: ['Monday'] },
];

const portAt = async (at: string, timeZone = 'UTC') =>
  (await runBlock('day-of-week-segmentation', { segments, timeZone, at })).port;

test('leaves by the segment of the day, by "default" on others', async () => {
  expect(await portAt('2027-01-02T12:00:00Z')).toBe('weekend');
  expect(await portAt('2027-01-04T12:00:00Z')).toBe('monday');
  expect(await portAt('2027-01-05T12:00:00Z')).toBe('default');
});

test('asks which day it is in the time zone', async () => {
  expect(await portAt('2027-01-03T23:30:00Z', 'Europe/Berlin')).toBe('monday');
  expect(await portAt('2027-01-04T03:30:00Z', 'America/New_York')).toBe('weekend');
});
