import { z } from 'zod';
import { parameter } from '../document/parameter.ts';
import { isTimeZone } from '../model/time-zone.ts';

/** Settings of blocks that look at a calendar or a clock. */
export const timeFields = {
  timeZone: parameter(z.string().refine(isTimeZone, { error: 'a time zone such as Europe/Berlin' }))
    .default('UTC')
    .meta({
      title: 'Time zone',
      description: 'Whose clock and calendar count, such as Europe/Berlin; summer time is followed.',
      editor: 'time-zone',
    }),
  at: parameter(z.iso.datetime({ offset: true }))
    .optional()
    .meta({
      title: 'Time to look at',
      description: 'Left out: now. An expression such as interaction.receivedAt looks at when the message came.',
    }),
};

/** Arguments of `fn.date` and its like: the time zone, and the time when it is not now. */
export function timeArguments(
  config: { readonly timeZone: unknown; readonly at?: unknown },
  toJs: (value: unknown) => string,
): string {
  return config.at === undefined ? toJs(config.timeZone) : `${toJs(config.timeZone)}, ${toJs(config.at)}`;
}
