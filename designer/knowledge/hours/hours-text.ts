/** A stretch of a day. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

/** Stretches of a day as people write them: `08:00-12:00, 13:00-17:00`; empty for none. */
export function hoursText(stretches: readonly Stretch[]): string {
  return stretches.map(({ from, to }) => `${from}-${to}`).join(', ');
}

/** What such a text says, or the part of it that says nothing. Hours need no zero before them, and whole ones no minutes. */
export function readHours(text: string): { readonly stretches: readonly Stretch[] } | { readonly wrong: string } {
  const stretches: Stretch[] = [];
  for (const part of text.split(',').map((one) => one.trim())) {
    if (part === '') continue;
    const [, from, to] = /^(\d{1,2}(?::\d{2})?)\s*[-–]\s*(\d{1,2}(?::\d{2})?)$/.exec(part) ?? [];
    const [begin, end] = [timeOf(from), timeOf(to)];
    if (begin === undefined || end === undefined || begin >= end) return { wrong: part };
    stretches.push({ from: begin, to: end });
  }
  return { stretches };
}

function timeOf(text: string | undefined): string | undefined {
  const [hour = '', minute = '00'] = (text ?? '').split(':');
  const time = `${hour.padStart(2, '0')}:${minute}`;
  return /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(time) ? time : undefined;
}
