import type { FunctionTools } from './library-function.ts';

/** Makes what functions share, once a realm: the clock comes with each run. Runs inside the realm as text. */
export function createFunctionTools(): (now: () => number) => FunctionTools {
  const formats = new Map<string, Intl.DateTimeFormat>();
  const maxFormats = 50;

  function formatOf(timeZone: string): Intl.DateTimeFormat {
    const known = formats.get(timeZone);
    if (known !== undefined) return known;
    let format: Intl.DateTimeFormat;
    try {
      format = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
        timeZone,
        hourCycle: 'h23',
        weekday: 'long',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
      });
    } catch {
      throw new Error(`"${timeZone}" is no time zone; write one such as Europe/Berlin.`);
    }
    if (formats.size < maxFormats) formats.set(timeZone, format);
    return format;
  }

  function wall(instant: number, timeZone: unknown): { date: string; time: string; day: string } {
    const zone = timeZone === undefined || timeZone === null || timeZone === '' ? 'UTC' : text(timeZone);
    const parts: Record<string, string> = {};
    for (const { type, value } of formatOf(zone).formatToParts(instant)) parts[type] = value;
    const year = String(parts['year']).padStart(4, '0');
    return {
      date: `${year}-${parts['month']}-${parts['day']}`,
      time: `${parts['hour']}:${parts['minute']}:${parts['second']}`,
      day: String(parts['weekday']),
    };
  }

  function text(value: unknown): string {
    if (value === undefined || value === null) return '';
    return typeof value === 'object' ? JSON.stringify(value) : String(value as string | number | boolean);
  }

  function number(value: unknown): number {
    const read = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value ?? Number.NaN);
    if (!Number.isFinite(read) || typeof value === 'boolean') throw new Error(`${JSON.stringify(value)} is no number.`);
    return read;
  }

  function members(value: unknown): Record<string, unknown> {
    // own members only: a key of the author's may be called constructor
    const own = Object.create(null) as Record<string, unknown>;
    return typeof value === 'object' && value !== null ? Object.assign(own, value) : own;
  }

  return (now) => ({
    instant(value) {
      if (value === undefined || value === null) return now();
      const instant = typeof value === 'number' ? value : new Date(value as string).getTime();
      if (Number.isNaN(instant)) throw new Error(`${JSON.stringify(value)} is no time; write it in ISO 8601.`);
      return instant;
    },
    wall,
    text,
    number,
    members,
  });
}
