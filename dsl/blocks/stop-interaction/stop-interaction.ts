import { z } from 'zod';
import { defineBlock, errorPort, shown } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import { parameter } from '../../document/parameter.ts';

/** Stops the interaction for good; its history stays. */
export const stopInteractionCall = defineHostCall({
  name: 'stop-interaction',
  params: z.strictObject({ reason: z.string().optional() }),
  result: z.strictObject({}),
  help: 'Ends the processing of the interaction for good; its history stays.',
  waits: false,
  places: true,
});

/** Ends the processing of the interaction for good. */
export const stopInteraction = defineBlock({
  type: 'stop-interaction',
  config: z.strictObject({
    reason: parameter(z.string()).optional().meta({
      title: 'Reason',
      description: 'Why it is over; shown in the history and in reports.',
    }),
  }),
  face: {
    label: 'Stop Interaction',
    icon: 'circle-x',
    category: 'routing',
    help: 'Ends the processing of the interaction for good and ends the strategy. The history of the contact keeps it.',
    summary: (config) => (config.reason === undefined ? 'done' : shown(config.reason)),
  },
  ports: () => [errorPort],
  references: () => [],
  initial: {},
  call: stopInteractionCall,
  compile: (config, { toJs }) => `await run.call("stop-interaction", ${toJs(config)});\nreturn "stopped";`,
});
