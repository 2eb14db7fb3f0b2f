import { z } from 'zod';
import { defineBlock, shown } from '../../block/block.ts';
import { segmentPorts, segmentsField, segmentsToJs, shownSegments } from '../../block/segments.ts';
import { timeArguments, timeFields } from '../../block/time-fields.ts';

const daySchema = z
  .string()
  .regex(
    /^(?:\d{4}-)?(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
    'a date such as 2027-12-24, or 12-24 for every year',
  );

/** Ways on by the date. */
export const dateSegmentation = defineBlock({
  type: 'date-segmentation',
  config: z.strictObject({
    segments: segmentsField({
      from: daySchema.meta({ title: 'From', description: 'First day: 2027-12-24, or 12-24 for every year.' }),
      to: daySchema.meta({ title: 'To', description: 'Last day, in the same form; it belongs to the segment.' }),
    }).superRefine((segments, context) =>
      segments.forEach(({ from, to }, index) => {
        const fits = from.length === to.length && (from.length === 5 || from <= to);
        const message = 'two dates in the same form, the first not after the last';
        if (!fits) context.addIssue({ code: 'custom', path: [index, 'to'], message });
      }),
    ),
    ...timeFields,
  }),
  face: {
    label: 'Date Segmentation',
    icon: 'calendar-event',
    category: 'segmentation',
    help:
      'Goes on by the date in a time zone: each segment is a range of days, of one year or of every year, which may go over New Year. ' +
      'Takes "default" on all other days. For opening hours and holidays there is Business Hours.',
    summary: (config) => `${shownSegments(config.segments)}, ${shown(config.timeZone)}`,
  },
  ports: (config) => segmentPorts(config.segments),
  references: () => [],
  initial: { segments: [{ port: 'christmas', from: '12-24', to: '12-26' }], timeZone: 'UTC' },
  compile: (config, { toJs }) =>
    [
      `const date = fn.date(${timeArguments(config, toJs)});`,
      ...(config.segments.some(({ from }) => from.length === 5) ? ['const day = date.slice(-5);'] : []),
      segmentsToJs(
        config.segments.map(({ port, from, to }) => {
          const name = from.length === 5 ? 'day' : 'date';
          const both = from <= to ? '&&' : '||';
          return { port, test: `${name} >= "${from}" ${both} ${name} <= "${to}"` };
        }),
      ),
    ].join('\n'),
});
