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
  selectionFields,
  selectionParams,
} from '../../block/routing-fields.ts';
import {
  shownTarget,
  targetFragments,
  targetParam,
  targetReferences,
  targetsField,
  targetsForRun,
} from '../../block/target-fields.ts';

/** Waits until an agent among the targets accepts the interaction, or the time is over. */
export const routeInteractionCall = defineHostCall({
  name: 'route-interaction',
  params: z.strictObject({ targets: z.array(targetParam).min(1), ...routingParams, ...selectionParams }),
  result: routedResult,
  help: 'Waits until an agent among the targets accepts the interaction, or the time is over.',
  waits: true,
  places: true,
});

/** Gives the interaction to an agent, as soon as one of the targets is free. */
export const routeInteraction = defineBlock({
  type: 'route-interaction',
  config: z.strictObject({
    targets: targetsField('Who may get the interaction.'),
    ...selectionFields,
    ...routingFields,
  }),
  face: {
    label: 'Route Interaction',
    icon: 'user-share',
    category: 'routing',
    help:
      'Waits for a free agent among the targets and invites them. An invitation that is rejected or missed sends the interaction back to ' +
      'the queue it came from, where the strategy begins anew; that agent is not asked again at once. ' +
      'The strategy ends when an agent accepts; when the time is over first, it goes on at "timeout".',
    summary: (config) => `to ${config.targets.map(shownTarget).join(', ')}, ${shown(config.timeoutSeconds)} s`,
  },
  ports: () => routingPorts,
  references: (config) => [...targetReferences(config.targets, 'targets'), ...queueReferences(config)],
  fragments: (config) => targetFragments(config.targets, 'targets'),
  initial: { targets: [{ agentGroup: '' }] },
  call: routeInteractionCall,
  compile: (config, { toJs }) =>
    routingBody('route-interaction', toJs({ ...config, targets: targetsForRun(config.targets) })),
});
