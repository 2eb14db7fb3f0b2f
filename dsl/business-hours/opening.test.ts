import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessHoursSchema } from '../model/business-hours.ts';
import { openingAt } from './opening.ts';

const office = [
  { from: '08:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
];
const calendar = businessHoursSchema.parse({
  name: 'Office',
  timeZone: 'Europe/Berlin',
  week: {
    Monday: office,
    Tuesday: office,
    Wednesday: office,
    Thursday: office,
    Friday: [{ from: '08:00', to: '12:00' }],
  },
  holidays: [
    { name: 'Christmas', date: '12-25' },
    { name: 'Christmas Eve', date: '2026-12-24', hours: [{ from: '08:00', to: '10:00' }] },
  ],
});

const at = (time: string) => openingAt(calendar, Date.parse(time));

describe('openingAt', () => {
  it('knows the hours of the day in the time zone', () => {
    expect(at('2026-11-24T08:30:00+01:00')).toEqual({
      state: 'open',
      holiday: null,
      opensAt: null,
      closesAt: '2026-11-24T11:00:00.000Z',
    });
    expect(at('2026-11-24T12:00:00+01:00')).toMatchObject({ state: 'closed', opensAt: '2026-11-24T12:00:00.000Z' });
    expect(at('2026-11-24T17:00:00+01:00')).toMatchObject({ state: 'closed', opensAt: '2026-11-25T07:00:00.000Z' });
  });

  it('finds the next opening over a weekend, and over a change of the clocks', () => {
    expect(at('2026-11-27T13:00:00+01:00')).toMatchObject({ opensAt: '2026-11-30T07:00:00.000Z' });
    expect(at('2027-03-26T13:00:00+01:00')).toMatchObject({ opensAt: '2027-03-29T06:00:00.000Z' });
  });

  it('tells a holiday from a day that is just closed, and follows the hours of its own', () => {
    expect(at('2026-12-25T10:00:00+01:00')).toEqual({
      state: 'holiday',
      holiday: 'Christmas',
      opensAt: '2026-12-28T07:00:00.000Z',
      closesAt: null,
    });
    expect(at('2026-12-24T09:00:00+01:00')).toMatchObject({ state: 'open', holiday: 'Christmas Eve' });
    expect(at('2026-12-24T11:00:00+01:00')).toMatchObject({ state: 'holiday', opensAt: '2026-12-28T07:00:00.000Z' });
  });

  it('closes late where hours go on after midnight', () => {
    const day = [{ from: '20:00', to: '24:00' }];
    const night = businessHoursSchema.parse({
      name: 'Night',
      timeZone: 'UTC',
      week: { Monday: day, Tuesday: [{ from: '00:00', to: '04:00' }] },
    });

    expect(openingAt(night, Date.parse('2026-11-23T22:00:00Z')).closesAt).toBe('2026-11-24T04:00:00.000Z');
  });

  it('says that a calendar without hours never opens', () => {
    const never = businessHoursSchema.parse({ name: 'Never', timeZone: 'UTC' });

    expect(openingAt(never, 0)).toEqual({ state: 'closed', holiday: null, opensAt: null, closesAt: null });
  });

  it('opens at the time it names, whatever the zone', () => {
    const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Auckland');
    fc.assert(
      fc.property(zones, fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }), (timeZone, instant) => {
        const { state, opensAt, closesAt } = openingAt({ ...calendar, timeZone }, instant);
        if (state !== 'open') {
          const opens = Date.parse(opensAt ?? '');
          expect(opens).toBeGreaterThan(instant);
          expect(openingAt({ ...calendar, timeZone }, opens).state).toBe('open');
          expect(openingAt({ ...calendar, timeZone }, opens - 1).state).not.toBe('open');
        } else {
          expect(openingAt({ ...calendar, timeZone }, Date.parse(closesAt ?? '')).state).not.toBe('open');
        }
      }),
      { numRuns: 50 },
    );
  });
});
