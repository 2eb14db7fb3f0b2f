import { z } from 'zod';
import { defineBlock, errorPort, shown } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import { namedField, namedReference } from '../../block/named-field.ts';
import { parameter } from '../../document/parameter.ts';
import { nameSchema } from '../../document/strategy.ts';

const dueAtSchema = z.iso.datetime({ offset: true });

/** Ten years at most, as a time that no clock can show would be. */
const dueInMinutesSchema = z.number().min(0).max(5_256_000);

/** Places the interaction in a queue; the strategy is over with it. */
export const queueInteractionCall = defineHostCall({
  name: 'queue-interaction',
  params: z.strictObject({
    queue: nameSchema,
    /** The interaction's priority from now on; left out: unchanged. */
    priority: z.int().optional(),
    /** When it falls due there; left out: at once, or after `dueInMinutes`. */
    dueAt: dueAtSchema.optional(),
    dueInMinutes: dueInMinutesSchema.optional(),
  }),
  result: z.strictObject({}),
  help: 'Places the interaction in a queue and ends the strategy.',
  waits: false,
  places: true,
});

/** Places the interaction in a queue and ends the strategy. */
export const queueInteraction = defineBlock({
  type: 'queue-interaction',
  config: z.strictObject({
    queue: namedField('queue', 'Queue', 'Where the interaction goes.'),
    priority: parameter(z.int()).optional().meta({
      title: 'Priority',
      description: 'The priority of the interaction from now on; left out: unchanged.',
    }),
    dueAt: parameter(dueAtSchema).optional().meta({
      title: 'Due at',
      description: 'Views leave it in the queue until then, unless they say otherwise; left out: due at once.',
    }),
    dueInMinutes: parameter(dueInMinutesSchema).optional().meta({
      title: 'Due in',
      description: 'The same, counted from now; Due at goes before it.',
      unit: 'minutes',
    }),
  }),
  face: {
    label: 'Queue Interaction',
    icon: 'stack-push',
    category: 'routing',
    help: 'Places the interaction in a queue and ends the strategy. The views of that queue decide what happens next.',
    summary: (config) => `to ${shown(config.queue)}`,
  },
  ports: () => [errorPort],
  references: (config) => namedReference('queue', config.queue, 'queue'),
  initial: { queue: '' },
  call: queueInteractionCall,
  compile: (config, { toJs }) => `await run.call("queue-interaction", ${toJs(config)});\nreturn "queued";`,
});
