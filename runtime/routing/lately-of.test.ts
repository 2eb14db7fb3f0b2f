import { expect, test } from 'vitest';
import { latelyOf } from './lately-of.ts';

const from = new Date(0);
const now = new Date(3600_000);
const minute = (count: number) => new Date(count * 60_000);
const session = { agent: 'ada', since: from, handling: [] as string[] };
const event = (interactionId: string, isBegin: boolean, minutes: number) => ({
  agent: 'ada',
  interactionId,
  isBegin,
  at: minute(minutes),
});

test('counts what was handled at the same time once', () => {
  const events = [event('a', true, 0), event('b', true, 10), event('a', false, 20), event('b', false, 30)];

  expect(latelyOf({ events, sessions: [session], from, now }).get('ada')).toEqual({ handled: 2, occupancy: 0.5 });
});

test('counts from the start of the window what had begun before, ended or not', () => {
  const events = [event('old', false, 15)];

  expect(latelyOf({ events, sessions: [session], from, now }).get('ada')).toEqual({ handled: 0, occupancy: 0.25 });
  expect(latelyOf({ events: [], sessions: [{ ...session, handling: ['old'] }], from, now }).get('ada')).toEqual({
    handled: 0,
    occupancy: 1,
  });
});

test('measures by the time the agent was logged in', () => {
  const events = [event('a', true, 45)];
  const late = { ...session, since: minute(30), handling: ['a'] };

  expect(latelyOf({ events, sessions: [late], from, now }).get('ada')).toEqual({ handled: 1, occupancy: 0.5 });
  expect(latelyOf({ events, sessions: [], from, now }).size).toBe(0);
});
