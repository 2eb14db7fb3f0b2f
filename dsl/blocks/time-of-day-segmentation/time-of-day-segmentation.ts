import { z } from 'zod';
import { defineBlock, shown } from '../../block/block.ts';
import { segmentPorts, segmentsField, segmentsToJs, shownSegments } from '../../block/segments.ts';
import { timeArguments, timeFields } from '../../block/time-fields.ts';
import { timeOfDaySchema } from '../../model/time-zone.ts';

/** Ways on by the time of day. */
export const timeOfDaySegmentation = defineBlock({
  type: 'time-of-day-segmentation',
  config: z.strictObject({
    segments: segmentsField({
      from: timeOfDaySchema.meta({ title: 'From', description: 'Such as 08:00; it belongs to the segment.' }),
      to: timeOfDaySchema.meta({
        title: 'To',
        description: 'Such as 17:00; it does not. Earlier than From: over midnight.',
      }),
    }),
    ...timeFields,
  }),
  face: {
    label: 'Time of Day Segmentation',
    icon: 'clock-hour-4',
    category: 'segmentation',
    help:
      'Goes on by the time of day in a time zone: each segment is an interval, which may go over midnight. Takes "default" at all ' +
      'other times. For opening hours with weekdays and holidays there is Business Hours.',
    summary: (config) => `${shownSegments(config.segments)}, ${shown(config.timeZone)}`,
  },
  ports: (config) => segmentPorts(config.segments),
  references: () => [],
  initial: { segments: [{ port: 'daytime', from: '08:00', to: '18:00' }], timeZone: 'UTC' },
  compile: (config, { toJs }) =>
    [
      `const time = fn.time(${timeArguments(config, toJs)});`,
      segmentsToJs(
        config.segments.map(({ port, from, to }) => ({
          port,
          test: `time >= "${from}" ${from <= to ? '&&' : '||'} time < "${to}"`,
        })),
      ),
    ].join('\n'),
});
