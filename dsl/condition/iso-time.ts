// Text order and time order agree only for these two spellings, so a condition means the same in memory and in SQL.
// The year 0 is unknown to PostgreSQL, and the last day of 9999 has no next one of four digits.
const isoDay = /^(?!0000|9999-12-31)\d{4}-\d\d-\d\d$/;
const isoInstant = /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Whether the text is a day of the calendar, such as 2030-01-31. */
export function isIsoDay(text: unknown): text is string {
  return isReal(text, isoDay);
}

/** Whether the text is an instant in UTC with milliseconds, such as 2030-01-31T08:00:00.000Z. */
export function isIsoInstant(text: unknown): text is string {
  return isReal(text, isoInstant);
}

/** The day after an ISO 8601 day. */
export function nextIsoDay(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

function isReal(text: unknown, form: RegExp): boolean {
  if (typeof text !== 'string' || !form.test(text) || Number.isNaN(Date.parse(text))) return false;
  // JavaScript takes 31 February for 3 March, PostgreSQL refuses it
  return new Date(text).toISOString().startsWith(text);
}
