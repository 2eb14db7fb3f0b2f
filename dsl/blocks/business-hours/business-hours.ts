import { z } from 'zod';
import { answerMapping, mappingReferences, mappingToJs } from '../../block/answer-mapping.ts';
import { defineBlock, errorPort, shown } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import { namedField, namedReference } from '../../block/named-field.ts';
import { parameter } from '../../document/parameter.ts';
import { nameSchema } from '../../document/strategy.ts';

const time = z.iso.datetime({ offset: true });

/** Asks a calendar of business hours how it stands now, or at a given time. */
export const businessHoursCall = defineHostCall({
  name: 'business-hours',
  params: z.strictObject({ calendar: nameSchema, at: time.optional() }),
  result: z.strictObject({
    state: z.enum(['open', 'closed', 'holiday']),
    holiday: z.string().nullable(),
    /** When it opens next; null while it is open. */
    opensAt: time.nullable(),
    /** When it closes; null while it is closed. */
    closesAt: time.nullable(),
  }),
  help: 'Tells whether a calendar of business hours is open, closed or has a holiday, and when it opens next.',
  waits: false,
  places: false,
});

/** Ways on by the business hours of a calendar. */
export const businessHours = defineBlock({
  type: 'business-hours',
  config: z.strictObject({
    calendar: namedField('calendar', 'Business hours', 'The calendar to ask; calendars are kept under Knowledge.'),
    at: parameter(time).optional().meta({
      title: 'Time to look at',
      description: 'Left out: now. An expression such as interaction.receivedAt looks at when the message came.',
    }),
    ...answerMapping('opensAt'),
  }),
  face: {
    label: 'Business Hours',
    icon: 'clock-24',
    category: 'segmentation',
    help:
      'Asks a calendar of business hours, which is kept under Knowledge: hours of the week in a time zone, holidays and days with hours ' +
      'of their own. Leaves by "open", "closed" or "holiday"; unwired, a holiday goes where "closed" goes. The answer has state, holiday, ' +
      'opensAt and closesAt: a Wait block can wait until opensAt.',
    summary: (config) => shown(config.calendar),
  },
  ports: () => [
    { name: 'open', kind: 'success' },
    { name: 'closed', kind: 'branch' },
    { name: 'holiday', kind: 'branch', fallback: 'closed' },
    errorPort,
  ],
  references: (config) => [...namedReference('calendar', config.calendar, 'calendar'), ...mappingReferences(config)],
  initial: { calendar: '' },
  call: businessHoursCall,
  compile: (config, { toJs }) =>
    [
      `const answer = await run.call("business-hours", ${toJs({ calendar: config.calendar, at: config.at })});`,
      ...mappingToJs(config),
      'return answer.state;',
    ].join('\n'),
});
