import { instantOf, wallTimeOf } from '../field-code/zoned-time.ts';
import type { BusinessHours } from '../model/business-hours.ts';
import { type Weekday, weekdays } from '../model/time-zone.ts';

/** How a calendar stands at an instant. */
export interface Opening {
  readonly state: 'open' | 'closed' | 'holiday';
  /** Name of the holiday it is, also when there are hours on it. */
  readonly holiday: string | null;
  /** When it opens next, in ISO 8601 and UTC; null while it is open, and when it never does. */
  readonly opensAt: string | null;
  /** When it closes; null while it is closed. Hours that go on after midnight close when the last of them do. */
  readonly closesAt: string | null;
}

/** Days looked ahead for the next opening: longer than any holiday, shorter than a year of looking. */
const daysAhead = 370;
const dayMs = 86_400_000;

interface Day {
  readonly holiday: string | null;
  readonly stretches: readonly { readonly from: number; readonly to: number }[];
}

/** How the calendar stands at an instant, given in Unix milliseconds. */
export function openingAt(calendar: BusinessHours, instant: number): Opening {
  const today = dateOf(instant, calendar.timeZone);
  const day = dayOf(calendar, today);
  const now = day.stretches.find(({ from, to }) => from <= instant && instant < to);
  if (now !== undefined)
    return { state: 'open', holiday: day.holiday, opensAt: null, closesAt: isoOf(endOf(calendar, today, now.to)) };
  const opensAt = nextOpening(calendar, today, instant);
  return {
    state: day.holiday === null ? 'closed' : 'holiday',
    holiday: day.holiday,
    opensAt: opensAt === undefined ? null : isoOf(opensAt),
    closesAt: null,
  };
}

/** Stretches that follow one another without a gap are one opening. */
function endOf(calendar: BusinessHours, from: string, end: number): number {
  let last = end;
  for (let ahead = 0; ahead < 8; ahead += 1) {
    const { stretches } = dayOf(calendar, addDays(from, ahead));
    for (const { from: begins, to } of stretches) if (begins <= last && to > last) last = to;
  }
  return last;
}

function nextOpening(calendar: BusinessHours, today: string, instant: number): number | undefined {
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    const next = dayOf(calendar, addDays(today, ahead)).stretches.find(({ from }) => from > instant);
    if (next !== undefined) return next.from;
  }
  return undefined;
}

/** The stretches of a day as instants, earliest first; an empty one, which a change of the clocks swallowed, is none. */
function dayOf({ week, holidays, timeZone }: BusinessHours, date: string): Day {
  const holiday = holidays.find((one) => one.date === date) ?? holidays.find((one) => one.date === date.slice(5));
  const hours = holiday === undefined ? week[weekdayOf(date)] : holiday.hours;
  const stretches = hours
    .map(({ from, to }) => ({ from: instantAt(date, from, timeZone), to: instantAt(date, to, timeZone) }))
    .filter(({ from, to }) => from < to)
    .toSorted((left, right) => left.from - right.from);
  return { holiday: holiday?.name ?? null, stretches };
}

function instantAt(date: string, time: string, timeZone: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return instantOf({ year, month, day, hour, minute, second: 0 }, timeZone).getTime();
}

function dateOf(instant: number, timeZone: string): string {
  const { year, month, day } = wallTimeOf(new Date(instant), timeZone);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

function weekdayOf(date: string): Weekday {
  return weekdays[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'Monday';
}

function isoOf(instant: number): string {
  return new Date(instant).toISOString();
}
