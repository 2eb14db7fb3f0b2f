import { z } from 'zod';
import { defineBlock, errorPort, shown } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import { namedField, namedReference } from '../../block/named-field.ts';
import { parameter } from '../../document/parameter.ts';
import { nameSchema } from '../../document/strategy.ts';

/** Places the interaction in a queue; the strategy is over with it. */
export const queueInteractionCall = defineHostCall({
  name: 'queue-interaction',
  params: z.strictObject({
    queue: nameSchema,
    /** The interaction's priority from now on; left out: unchanged. */
    priority: z.int().optional(),
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
