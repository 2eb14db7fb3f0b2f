import { formatLocale } from './format-locale.ts';

/** A number as the page's language writes it, with its marks of thousands: 12,345 or 12.345. */
export function inFigures(number: number): string {
  return number.toLocaleString(formatLocale());
}
