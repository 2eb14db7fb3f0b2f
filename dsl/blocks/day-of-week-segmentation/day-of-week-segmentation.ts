import { z } from 'zod';
import { defineBlock, shown } from '../../block/block.ts';
import { segmentPorts, segmentsField, segmentsToJs, shownSegments } from '../../block/segments.ts';
import { timeArguments, timeFields } from '../../block/time-fields.ts';
import { weekdays } from '../../model/time-zone.ts';

/** Ways on by the day of the week. */
export const dayOfWeekSegmentation = defineBlock({
  type: 'day-of-week-segmentation',
  config: z.strictObject({
    segments: segmentsField({
      days: z
        .array(z.enum(weekdays))
        .min(1)
        .max(7)
        .meta({ title: 'Days', description: 'Days that lead to this port.' }),
    }),
    ...timeFields,
  }),
  face: {
    label: 'Day of Week Segmentation',
    icon: 'calendar-week',
    category: 'segmentation',
    help:
      'Goes on by the day of the week in a time zone, such as "weekend" for Saturday and Sunday. Takes "default" on days that no ' +
      'segment names.',
    summary: (config) => `${shownSegments(config.segments)}, ${shown(config.timeZone)}`,
  },
  ports: (config) => segmentPorts(config.segments),
  references: () => [],
  initial: { segments: [{ port: 'weekend', days: ['Saturday', 'Sunday'] }], timeZone: 'UTC' },
  compile: (config, { toJs }) =>
    [
      `const day = fn.day(${timeArguments(config, toJs)});`,
      segmentsToJs(config.segments.map(({ port, days }) => ({ port, test: `${toJs(days)}.includes(day)` }))),
    ].join('\n'),
});
