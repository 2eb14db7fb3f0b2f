/** A time as a clock on the wall of a time zone shows it. `month` counts from 1. */
export interface WallTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** What the clock of the time zone shows at an instant. */
export function wallTimeOf(date: Date, timeZone: string): WallTime {
  const parts = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(date);
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((one) => one.type === type)?.value);
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
    second: part('second'),
  };
}

/**
 * The instant at which the clock of the time zone shows a time. Days and months beyond their range run over, as
 * 31 February does. A time that a change of the clocks skips is moved forward by the length of the gap.
 */
export function instantOf(wall: WallTime, timeZone: string): Date {
  const wanted = utcOf(wall);
  const offsetAt = (instant: number): number =>
    utcOf(wallTimeOf(new Date(instant), timeZone)) - Math.floor(instant / 1000) * 1000;
  if (Number.isNaN(wanted)) return new Date(Number.NaN);
  const first = wanted - offsetAt(wanted);
  const second = wanted - offsetAt(first);
  // both guesses disagree only around a change of the clocks; within the gap neither shows the wanted time
  if (first === second || utcOf(wallTimeOf(new Date(second), timeZone)) === wanted) return new Date(second);
  return new Date(Math.max(first, second));
}

/** The wall time as if the zone were UTC, in milliseconds; NaN beyond what a Date can hold. */
export function utcOf(wall: WallTime): number {
  const date = new Date(0);
  // Date.UTC would take the years 0 to 99 for 1900 to 1999
  date.setUTCFullYear(wall.year, wall.month - 1, wall.day);
  return date.setUTCHours(wall.hour, wall.minute, wall.second);
}
