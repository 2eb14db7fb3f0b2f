import { type WallTime, wallTimeOf } from './zoned-time.ts';

/** For whom a date is written: BCP 47 locale and IANA time zone. */
export interface DateContext {
  readonly locale: string;
  readonly timeZone: string;
}

/**
 * A date by a pattern of letters, as Java writes them: y year, M month (MMM and MMMM its name), d day, E weekday (EEEE in
 * full), H hour of 24, h of 12, m minute, s second, a morning or afternoon, z name of the zone, Z its offset. Text in
 * single quotes stands as written, and so does every other sign; two single quotes are one.
 */
export function formatDate(date: Date, pattern: string, context: DateContext): string {
  const wall = wallTimeOf(date, context.timeZone);
  return pattern.replaceAll(
    /'((?:[^']|'')*)'|([A-Za-z])\2*/g,
    (run: string, quoted: string | undefined, letter: string) => {
      if (quoted !== undefined) return quoted === '' ? "'" : quoted.replaceAll("''", "'");
      return numberPart(letter, run.length, wall) ?? namePart(letter, run.length, date, context) ?? run;
    },
  );
}

function numberPart(letter: string, length: number, wall: WallTime): string | undefined {
  const padded = (value: number): string => String(value).padStart(length, '0');
  switch (letter) {
    case 'y':
      return length === 2 ? String(wall.year % 100).padStart(2, '0') : padded(wall.year);
    case 'M':
      return length <= 2 ? padded(wall.month) : undefined;
    case 'd':
      return padded(wall.day);
    case 'H':
      return padded(wall.hour);
    case 'h':
      return padded(wall.hour % 12 === 0 ? 12 : wall.hour % 12);
    case 'm':
      return padded(wall.minute);
    case 's':
      return padded(wall.second);
    default:
      return undefined;
  }
}

function namePart(letter: string, length: number, date: Date, { locale, timeZone }: DateContext): string | undefined {
  const part = (type: Intl.DateTimeFormatPartTypes, options: Intl.DateTimeFormatOptions): string | undefined =>
    new Intl.DateTimeFormat(locale, { timeZone, ...options }).formatToParts(date).find((one) => one.type === type)
      ?.value;
  switch (letter) {
    case 'M':
      // beside a day the name takes the form it has within a date ("5 maja"); alone it would not
      return part('month', { day: 'numeric', month: length === 3 ? 'short' : 'long' });
    case 'E':
      return part('weekday', { weekday: length <= 3 ? 'short' : 'long' });
    case 'a':
      return part('dayPeriod', { hour: 'numeric', hourCycle: 'h12' });
    case 'z':
      return part('timeZoneName', { timeZoneName: length <= 3 ? 'short' : 'long' });
    case 'Z':
      return (part('timeZoneName', { timeZoneName: 'longOffset' }) ?? '').replace(/^GMT$/, '+00:00').replace('GMT', '');
    default:
      return undefined;
  }
}
