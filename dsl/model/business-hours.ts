import { z } from 'zod';
import { nameSchema } from '../document/strategy.ts';
import { timeOfDaySchema, timeZoneSchema, type Weekday } from './time-zone.ts';

/** A stretch of a day during which there is service; it may not go over midnight. */
export const hoursSchema = z
  .strictObject({ from: timeOfDaySchema, to: timeOfDaySchema })
  .refine(({ from, to }) => from < to, {
    path: ['to'],
    error: 'a time after the beginning; 24:00 is the end of the day',
  });

const dayHours = z.array(hoursSchema).max(10);

/** A day off, or one with hours of its own; without a year it is one of every year. */
export const holidaySchema = z.strictObject({
  name: nameSchema,
  date: z
    .string()
    .regex(
      /^(?:\d{4}-)?(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
      'a date such as 2027-12-24, or 12-24 for every year',
    ),
  /** Hours of this day in place of the week's; none: closed all day. */
  hours: dayHours.default([]),
});

/** When there is service: hours of the week in a time zone, and the days that differ. */
export const businessHoursSchema = z.strictObject({
  name: nameSchema.meta({ title: 'Name' }),
  description: z.string().max(1000).optional().meta({ title: 'Description' }),
  timeZone: timeZoneSchema,
  week: z
    .strictObject({
      Monday: dayHours.default([]),
      Tuesday: dayHours.default([]),
      Wednesday: dayHours.default([]),
      Thursday: dayHours.default([]),
      Friday: dayHours.default([]),
      Saturday: dayHours.default([]),
      Sunday: dayHours.default([]),
    } satisfies Record<Weekday, z.ZodType>)
    .prefault({}),
  holidays: z.array(holidaySchema).max(1000).default([]),
});

/** A calendar of business hours. */
export type BusinessHours = z.infer<typeof businessHoursSchema>;
