import { given, type LibraryFunction, optional } from './library-function.ts';

const zone = optional('timeZone', 'string', 'A time zone such as Europe/Berlin; left out: UTC.');
const at = optional('at', 'any', 'A time in ISO 8601, such as interaction.receivedAt; left out: now.');
const monday = '2027-01-04T07:30:00Z';

/** Date and time, in any time zone: the field's Time, Date, Day, TimeStamp, TimeDifference and TimeAdd. The clock is that of the run. */
export const timeFunctions: readonly LibraryFunction[] = [
  {
    name: 'timestamp',
    family: 'time',
    help: 'A time in ISO 8601 and UTC, as other systems read it; of now unless another is given.',
    parameters: [at],
    result: 'string',
    examples: [{ args: ['2027-01-04T08:30:00+01:00'], result: '2027-01-04T07:30:00.000Z' }],
    run: (tools, instant: unknown) => new Date(tools.instant(instant)).toISOString(),
  },
  {
    name: 'date',
    family: 'time',
    help: 'The date in a time zone, as 2027-01-04.',
    parameters: [zone, at],
    result: 'string',
    examples: [
      { args: ['Europe/Berlin', monday], result: '2027-01-04' },
      { args: ['America/New_York', '2027-01-04T02:00:00Z'], result: '2027-01-03' },
    ],
    run: (tools, timeZone: unknown, instant: unknown) => tools.wall(tools.instant(instant), timeZone).date,
  },
  {
    name: 'time',
    family: 'time',
    help: 'The time of day in a time zone, as 08:30:00.',
    parameters: [zone, at],
    result: 'string',
    examples: [
      { args: ['Europe/Berlin', monday], result: '08:30:00' },
      { args: ['Asia/Kolkata', monday], result: '13:00:00' },
    ],
    run: (tools, timeZone: unknown, instant: unknown) => tools.wall(tools.instant(instant), timeZone).time,
  },
  {
    name: 'day',
    family: 'time',
    help: 'The day of the week in a time zone, in English, as Monday.',
    parameters: [zone, at],
    result: 'string',
    examples: [{ args: ['UTC', monday], result: 'Monday' }],
    run: (tools, timeZone: unknown, instant: unknown) => tools.wall(tools.instant(instant), timeZone).day,
  },
  {
    name: 'isTimeBetween',
    family: 'time',
    help: 'Whether the time of day in a time zone lies between two; the first belongs to it, the second does not. 22:00 to 06:00 goes over midnight.',
    parameters: [
      given('from', 'string', 'Time of day, as 08:00.'),
      given('to', 'string', 'Time of day, as 17:00.'),
      zone,
      at,
    ],
    result: 'boolean',
    examples: [
      { args: ['08:00', '17:00', 'Europe/Berlin', monday], result: true },
      { args: ['22:00', '06:00', 'UTC', monday], result: false },
      { args: ['22:00', '08:00', 'UTC', monday], result: true },
    ],
    run: (tools, ...[from, to, timeZone, instant]: unknown[]) => {
      const { time } = tools.wall(tools.instant(instant), timeZone);
      const [begin, end] = [tools.text(from), tools.text(to)];
      return begin <= end ? time >= begin && time < end : time >= begin || time < end;
    },
  },
  {
    name: 'timeAdd',
    family: 'time',
    help: 'A time later by an amount, or earlier by a negative one, in ISO 8601 and UTC.',
    parameters: [
      given('at', 'any', 'A time in ISO 8601.'),
      given('amount', 'number', 'How many.'),
      optional('unit', 'string', 'seconds, minutes, hours or days; left out: seconds.'),
    ],
    result: 'string',
    examples: [
      { args: [monday, 90], result: '2027-01-04T07:31:30.000Z' },
      { args: [monday, -1, 'days'], result: '2027-01-03T07:30:00.000Z' },
    ],
    run: (tools, instant: unknown, amount: unknown, unit: unknown) => {
      const units: Record<string, number> = { seconds: 1000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 };
      const ms = units[tools.text(unit ?? 'seconds')];
      if (ms === undefined) throw new Error(`"${tools.text(unit)}" is no unit; use seconds, minutes, hours or days.`);
      return new Date(tools.instant(instant) + tools.number(amount) * ms).toISOString();
    },
  },
  {
    name: 'timeDifference',
    family: 'time',
    help: 'How much later the second time is than the first, negative when it is earlier.',
    parameters: [
      given('from', 'any', 'A time in ISO 8601.'),
      optional('to', 'any', 'A time in ISO 8601; left out: now.'),
      optional('unit', 'string', 'seconds, minutes, hours or days; left out: seconds.'),
    ],
    result: 'number',
    examples: [
      { args: [monday, '2027-01-04T08:00:00Z', 'minutes'], result: 30 },
      { args: [monday, '2027-01-04T07:29:59Z'], result: -1 },
    ],
    run: (tools, from: unknown, to: unknown, unit: unknown) => {
      const units: Record<string, number> = { seconds: 1000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 };
      const ms = units[tools.text(unit ?? 'seconds')];
      if (ms === undefined) throw new Error(`"${tools.text(unit)}" is no unit; use seconds, minutes, hours or days.`);
      return (tools.instant(to) - tools.instant(from)) / ms;
    },
  },
];
