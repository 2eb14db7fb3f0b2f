import { z } from 'zod';
import { defineBlock, errorPort, shown } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import { namedReference } from '../../block/named-field.ts';
import { parameter } from '../../document/parameter.ts';
import { nameSchema } from '../../document/strategy.ts';

/** Places the interaction where it goes when nothing else applies; without a queue, in the error queue of the process. */
export const defaultRouteCall = defineHostCall({
  name: 'default-route',
  params: z.strictObject({ queue: nameSchema.optional() }),
  result: z.strictObject({ queue: z.string() }),
  help: 'Places the interaction at the default destination.',
  waits: false,
  places: true,
});

/** The last resort of a strategy. */
export const defaultRoute = defineBlock({
  type: 'default-route',
  config: z.strictObject({
    queue: parameter(nameSchema).optional().meta({
      title: 'Default destination',
      description: 'Left out: the error queue of the business process, where a person sees it with the reason.',
      editor: 'queue',
    }),
  }),
  face: {
    label: 'Default Route',
    icon: 'home-down',
    category: 'routing',
    help:
      'The last resort when nothing else applied: places the interaction in the default destination, or in the error queue of the ' +
      'business process with a note that no target was found. The strategy ends here.',
    summary: (config) => (config.queue === undefined ? 'the error queue' : shown(config.queue)),
  },
  ports: () => [{ name: 'placed', kind: 'success', ends: true }, errorPort],
  references: (config) => namedReference('queue', config.queue, 'queue'),
  initial: {},
  call: defaultRouteCall,
  compile: (config, { toJs }) => `await run.call("default-route", ${toJs(config)});\nreturn "placed";`,
});
