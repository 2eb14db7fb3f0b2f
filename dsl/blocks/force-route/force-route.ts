import { z } from 'zod';
import { defineBlock, shown } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import {
  queueReferences,
  routedResult,
  routingBody,
  routingFields,
  routingParams,
  routingPorts,
} from '../../block/routing-fields.ts';
import {
  shownTarget,
  targetFragments,
  targetParam,
  targetReferences,
  targetsField,
  targetsForRun,
} from '../../block/target-fields.ts';

/** Offers the interaction to the first target that means somebody, ready or not. */
export const forceRouteCall = defineHostCall({
  name: 'force-route',
  params: z.strictObject({ targets: z.array(targetParam).min(1), ...routingParams }),
  result: routedResult,
  help: 'Offers the interaction to the first target that means somebody who is logged in, ready or not.',
  waits: true,
  places: true,
});

/** Routes without asking whether the agent is ready. */
export const forceRoute = defineBlock({
  type: 'force-route',
  config: z.strictObject({
    targets: targetsField('Tried in this order: the first one with somebody logged in gets it.'),
    ...routingFields,
  }),
  face: {
    label: 'Force Route',
    icon: 'bolt',
    category: 'routing',
    help:
      'Offers the interaction to the first target that means somebody who is logged in for the media type, whether they are ready or not. ' +
      'What an agent may have at once holds all the same: beyond it the interaction waits, and leaves by "timeout" when the time is over.',
    summary: (config) => `to ${config.targets.map(shownTarget).join(', ')}, ${shown(config.timeoutSeconds)} s`,
  },
  ports: () => routingPorts,
  references: (config) => [...targetReferences(config.targets, 'targets'), ...queueReferences(config)],
  fragments: (config) => targetFragments(config.targets, 'targets'),
  initial: { targets: [{ agent: '' }] },
  call: forceRouteCall,
  compile: (config, { toJs }) =>
    routingBody('force-route', toJs({ ...config, targets: targetsForRun(config.targets) })),
});
