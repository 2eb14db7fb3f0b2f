import type { FieldCodeFunction } from './field-code-function.ts';
import { UnresolvedFieldCode } from './field-code-value.ts';
import type { GivenArguments } from './given-arguments.ts';
import { instantOf, utcOf, type WallTime, wallTimeOf } from './zoned-time.ts';

type Unit = 'year' | 'quarter' | 'month' | 'week' | 'day' | 'hour' | 'minute' | 'second';

// Basic's abbreviations beside the words
const units: Readonly<Record<string, Unit>> = {
  yyyy: 'year',
  year: 'year',
  q: 'quarter',
  quarter: 'quarter',
  m: 'month',
  month: 'month',
  ww: 'week',
  week: 'week',
  d: 'day',
  day: 'day',
  h: 'hour',
  hour: 'hour',
  n: 'minute',
  minute: 'minute',
  s: 'second',
  second: 'second',
};
const secondsOf = { hour: 3600, minute: 60, second: 1 } as const;
const dayMs = 86_400_000;

/** Functions of dates. They count as the clock of the recipient's time zone shows: a day is from midnight to midnight there. */
export const dateFunctions: readonly FieldCodeFunction[] = [
  {
    name: 'Now',
    signature: 'Now()',
    help: 'The time at which the text is made.',
    fewest: 0,
    most: 0,
    run: (given) => given.context.now,
  },
  {
    name: 'Date',
    signature: 'Date(year, month, day, hour, minute, second)',
    help: 'A date and time; hour, minute and second may be left out.',
    fewest: 3,
    most: 6,
    run: (given) => {
      const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = [0, 1, 2, 3, 4, 5].map((index) =>
        given.has(index) ? Math.trunc(given.number(index)) : 0,
      );
      return realDate(instantOf({ year, month, day, hour, minute, second }, given.context.timeZone), given);
    },
  },
  wallPart('Year', 'year', 'The year of a date, as a number.'),
  wallPart('Month', 'month', 'The month of a date, from 1 to 12.'),
  wallPart('Day', 'day', 'The day of the month, from 1 to 31.'),
  wallPart('Hour', 'hour', 'The hour of a date, from 0 to 23.'),
  wallPart('Minute', 'minute', 'The minute of a date, from 0 to 59.'),
  {
    name: 'WeekdayName',
    signature: 'WeekdayName(date)',
    help: 'The name of the weekday of a date.',
    fewest: 1,
    most: 1,
    run: (given) => {
      const { locale, timeZone } = given.context;
      return new Intl.DateTimeFormat(locale, { timeZone, weekday: 'long' }).format(given.date(0));
    },
  },
  {
    name: 'DateAdd',
    signature: 'DateAdd(unit, count, date)',
    help: 'The date so many units later; units are "year", "quarter", "month", "week", "day", "hour", "minute", "second".',
    fewest: 3,
    most: 3,
    run: (given) =>
      realDate(later(unitOf(given), Math.trunc(given.number(1)), given.date(2), given.context.timeZone), given),
  },
  {
    name: 'DateDiff',
    signature: 'DateDiff(unit, from, to)',
    help: 'How many units lie between two dates: calendar years, months, weeks and days, or whole hours, minutes and seconds.',
    fewest: 3,
    most: 3,
    run: (given) => difference(unitOf(given), given.date(1), given.date(2), given.context.timeZone),
  },
];

function wallPart(name: string, part: keyof WallTime, help: string): FieldCodeFunction {
  return {
    name,
    signature: `${name}(date)`,
    help,
    fewest: 1,
    most: 1,
    run: (given) => wallTimeOf(given.date(0), given.context.timeZone)[part],
  };
}

function unitOf(given: GivenArguments): Unit {
  const name = given.text(0).toLowerCase();
  const unit = Object.hasOwn(units, name) ? units[name] : undefined;
  if (unit === undefined) {
    const expected = 'expected "year", "quarter", "month", "week", "day", "hour", "minute" or "second"';
    throw new UnresolvedFieldCode(expected, given.at(0));
  }
  return unit;
}

function realDate(date: Date, given: GivenArguments): Date {
  if (Number.isNaN(date.getTime())) throw new UnresolvedFieldCode('there is no such date', given.at(0));
  return date;
}

function later(unit: Unit, count: number, date: Date, timeZone: string): Date {
  switch (unit) {
    case 'hour':
    case 'minute':
    case 'second':
      return new Date(date.getTime() + count * secondsOf[unit] * 1000);
    case 'week':
    case 'day': {
      const wall = wallTimeOf(date, timeZone);
      return instantOf({ ...wall, day: wall.day + count * (unit === 'week' ? 7 : 1) }, timeZone);
    }
    case 'year':
    case 'quarter':
    case 'month':
      return monthsLater(count * (unit === 'year' ? 12 : unit === 'quarter' ? 3 : 1), date, timeZone);
  }
}

/** One month after 31 January is the last day of February, not 3 March. */
function monthsLater(count: number, date: Date, timeZone: string): Date {
  const wall = wallTimeOf(date, timeZone);
  const lastDay = new Date(utcOf({ ...wall, month: wall.month + count + 1, day: 0 })).getUTCDate();
  return instantOf({ ...wall, month: wall.month + count, day: Math.min(wall.day, lastDay) }, timeZone);
}

function difference(unit: Unit, from: Date, to: Date, timeZone: string): number {
  const start = wallTimeOf(from, timeZone);
  const end = wallTimeOf(to, timeZone);
  const months = (end.year - start.year) * 12 + end.month - start.month;
  const days = Math.round((midnightOf(end) - midnightOf(start)) / dayMs);
  switch (unit) {
    case 'year':
      return end.year - start.year;
    case 'quarter':
      return (end.year - start.year) * 4 + Math.ceil(end.month / 3) - Math.ceil(start.month / 3);
    case 'month':
      return months;
    case 'week':
      return Math.trunc(days / 7);
    case 'day':
      return days;
    case 'hour':
    case 'minute':
    case 'second':
      return Math.trunc((to.getTime() - from.getTime()) / 1000 / secondsOf[unit]);
  }
}

function midnightOf(wall: WallTime): number {
  return utcOf({ ...wall, hour: 0, minute: 0, second: 0 });
}
