import { z } from 'zod';

/** Tells a name of the IANA time zone database, such as Europe/Berlin, from any other text. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][\w+\-/]{1,63}$/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** A time zone by its name in the IANA database. */
export const timeZoneSchema = z
  .string()
  .refine(isTimeZone, { error: 'a time zone such as Europe/Berlin' })
  .meta({ title: 'Time zone', examples: ['Europe/Berlin'] });

/** A time of day on a 24-hour clock; 24:00 is the end of the day. */
export const timeOfDaySchema = z
  .string()
  .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, 'a time of day on the 24-hour clock, such as 08:30')
  .meta({ examples: ['08:30'] });

/** Days of the week, as people count them. */
export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** A day of the week. */
export type Weekday = (typeof weekdays)[number];
