import { type BusinessHours, businessHoursSchema } from '#dsl/model/business-hours.ts';
import { type Weekday, weekdays } from '#dsl/model/time-zone.ts';
import type { FieldProblems } from '../../kit/form/issue-words.ts';
import { services } from '../../kit/messages/en/services.ts';
import { hoursText, readHours } from './hours-text.ts';

const t = services.hours;

/** What the form of business hours holds: hours as people write them. */
export interface HoursDraft {
  readonly name: string;
  readonly description: string;
  readonly timeZone: string;
  readonly week: Readonly<Record<Weekday, string>>;
  readonly holidays: readonly { readonly name: string; readonly date: string; readonly hours: string }[];
}

const officeDays: ReadonlySet<Weekday> = new Set(weekdays.slice(0, 5));

/** The draft of new business hours: an office, where the person sits. */
export const newHoursDraft: HoursDraft = {
  name: '',
  description: '',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  week: weekOf((day) => (officeDays.has(day) ? '08:00-17:00' : '')),
  holidays: [],
};

/** The draft of business hours that are kept. */
export function keptHoursDraft({ name, description = '', timeZone, week, holidays }: BusinessHours): HoursDraft {
  return {
    name,
    description,
    timeZone,
    week: weekOf((day) => hoursText(week[day])),
    holidays: holidays.map((one) => ({ ...one, hours: hoursText(one.hours) })),
  };
}

/** What is sent of a draft; hours that cannot be read are left out of it, and `hoursProblems` says so. */
export function hoursBody({ description, week, holidays, ...draft }: HoursDraft): unknown {
  const stretches = (text: string) => {
    const read = readHours(text);
    return 'stretches' in read ? read.stretches : [];
  };
  return {
    ...draft,
    ...(description !== '' && { description }),
    week: weekOf((day) => stretches(week[day])),
    holidays: holidays.map((one) => ({ ...one, hours: stretches(one.hours) })),
  };
}

/** The calendar a draft describes, where it describes one. */
export function calendarOf(draft: HoursDraft): BusinessHours | undefined {
  return businessHoursSchema.safeParse(hoursBody({ ...draft, name: draft.name || 'new' })).data;
}

/** What is wrong with hours and holidays, under `week.Monday`, `holidays.0.date` and so on. */
export function hoursProblems({ week, holidays }: HoursDraft): FieldProblems {
  const problemOf = (text: string): string | undefined => {
    const read = readHours(text);
    return 'wrong' in read ? t.wrong(read.wrong) : undefined;
  };
  const found = [
    ...weekdays.map((day) => [`week.${day}`, problemOf(week[day])] as const),
    ...holidays.flatMap(({ name, date, hours }, index) => [
      [`holidays.${index}.name`, name.trim() === '' ? t.nameless : undefined] as const,
      [`holidays.${index}.date`, isDate(date) ? undefined : t.dateWrong] as const,
      [`holidays.${index}.hours`, problemOf(hours)] as const,
    ]),
  ];
  return Object.fromEntries(found.flatMap(([key, problem]) => (problem === undefined ? [] : [[key, problem]])));
}

function isDate(text: string): boolean {
  return /^(?:\d{4}-)?(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(text);
}

function weekOf<Value>(valueOf: (day: Weekday) => Value): Record<Weekday, Value> {
  return Object.fromEntries(weekdays.map((day) => [day, valueOf(day)])) as Record<Weekday, Value>;
}
