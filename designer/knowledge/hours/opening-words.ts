import type { Opening } from '#dsl/business-hours/opening.ts';
import { services } from '../../kit/messages/en/services.ts';
import { formatLocale } from '../../kit/messages/format-locale.ts';

const t = services.hours;

/** How a calendar stands, in words, with times on the clock of its zone. */
export function openingWords(
  { state, holiday, opensAt, closesAt }: Omit<Opening, 'holiday'> & { readonly holiday?: string | null },
  timeZone: string,
): string {
  if (state === 'open') return closesAt === null ? t.state.open : t.openUntil(timeText(closesAt, timeZone));
  const what = state === 'holiday' && holiday ? `${t.state.holiday} (${holiday})` : t.state[state];
  return `${what}, ${opensAt === null ? t.never : t.opensAt(timeText(opensAt, timeZone))}`;
}

function timeText(instant: string, timeZone: string): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(formatLocale(), { ...options, timeZone }).format(new Date(instant));
}
