import { openingAt } from '#dsl/business-hours/opening.ts';
import type { HostCallHandler } from './handler.ts';

/** Asks a calendar of business hours how it stands now, or at another time. */
export const businessHours: HostCallHandler<'business-hours'> = async (
  { calendar: name, at },
  { run, knowledge, now },
) => {
  const calendar = await knowledge.businessHours(run.tenantId, name);
  if (calendar === undefined) {
    return { error: { code: 'calendar/no-such-calendar', message: `There are no business hours "${name}".` } };
  }
  return { result: openingAt(calendar, at === undefined ? now.getTime() : Date.parse(at)) };
};
