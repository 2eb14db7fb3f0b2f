import { formatLocale } from '../kit/messages/format-locale.ts';

const numbers = new Intl.NumberFormat(formatLocale(), { maximumFractionDigits: 1 });
const shares = new Intl.NumberFormat(formatLocale(), { style: 'percent', maximumFractionDigits: 0 });
const units = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
] as const;

/** A number as people read it. */
export function numberWords(value: number): string {
  return numbers.format(value);
}

/** A share of one in per cent; a dash where there is none. */
export function shareWords(value: number | null): string {
  return value === null ? '–' : shares.format(value);
}

/** How long something takes, in the two greatest of its units: `3 min 20 s`; a dash where there is nothing. */
export function durationWords(ms: number | null): string {
  if (ms === null) return '–';
  const seconds = Math.round(ms / 1000);
  for (const [index, [unit, length]] of units.entries()) {
    if (seconds < length) continue;
    const [lesser, of] = units[index + 1] ?? (['s', 1] as const);
    const rest = Math.floor((seconds % length) / of);
    return `${Math.floor(seconds / length)} ${unit}${rest === 0 ? '' : ` ${rest} ${lesser}`}`;
  }
  return `${seconds} s`;
}
