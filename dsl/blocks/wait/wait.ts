import { z } from 'zod';
import { defineBlock, errorPort, shown } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import { parameter } from '../../document/parameter.ts';

// a year: beyond it a typing error is likelier than an intention
const longestWaitSeconds = 366 * 24 * 3600;

/** Lets time pass. One of `seconds` and `until` is given; a time that has passed does not wait. */
export const waitCall = defineHostCall({
  name: 'wait',
  params: z.strictObject({
    seconds: z.number().min(0).max(longestWaitSeconds).optional(),
    /** ISO 8601 date and time with its zone. */
    until: z.iso.datetime({ offset: true }).optional(),
  }),
  result: z.strictObject({}),
  help: 'Lets time pass; the interaction stays in the strategy and costs no memory.',
  waits: true,
  places: false,
  lasts: ({ seconds, until }, at) =>
    Math.max(0, until === undefined ? (seconds ?? 0) : (Date.parse(until) - at) / 1000),
});

/** Lets time pass before the strategy goes on. */
export const wait = defineBlock({
  type: 'wait',
  config: z
    .strictObject({
      seconds: parameter(z.number().min(0).max(longestWaitSeconds)).optional().meta({
        title: 'Seconds',
        description: 'How long to wait.',
        unit: 's',
      }),
      until: parameter(z.iso.datetime({ offset: true }))
        .optional()
        .meta({
          title: 'Until',
          description:
            'Date and time with its zone, such as 2027-01-04T08:00:00+01:00; one that has passed does not wait.',
        }),
    })
    .refine((config) => (config.seconds === undefined) !== (config.until === undefined), {
      error: 'give either "seconds" or "until"',
    }),
  face: {
    label: 'Wait',
    icon: 'clock-pause',
    category: 'flow',
    help:
      'Lets time pass, a number of seconds or until a date. The interaction stays in the strategy and takes no memory ' +
      'meanwhile; it survives restarts.',
    summary: (config) => (config.until === undefined ? `${shown(config.seconds)} s` : `until ${shown(config.until)}`),
  },
  ports: () => [{ name: 'next', kind: 'success' }, errorPort],
  references: () => [],
  initial: { seconds: 60 },
  call: waitCall,
  compile: (config, { toJs }) => `await run.call("wait", ${toJs(config)});\nreturn "next";`,
});
