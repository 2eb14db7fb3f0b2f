import { z } from 'zod';
import { defineBlock } from '../../block/block.ts';
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
import { targetStatisticSchema, targetStatistics } from '../../model/target-statistic.ts';

/** Chooses the target with the least or the most of a statistic, and waits for an agent of that one. */
export const statisticsCall = defineHostCall({
  name: 'statistics',
  params: z.strictObject({
    targets: z.array(targetParam).min(1),
    statistic: targetStatisticSchema,
    optimum: z.enum(['min', 'max']).optional(),
    ...routingParams,
  }),
  result: routedResult,
  help: 'Chooses the target that is best by a statistic, and waits for an agent of that one.',
  waits: true,
  places: true,
});

/** Routes to the target that stands best now. */
export const statistics = defineBlock({
  type: 'statistics',
  config: z.strictObject({
    targets: targetsField('The targets that are compared; of equals the first one.'),
    statistic: targetStatisticSchema.default('agents-ready').meta({
      title: 'Statistic',
      description: Object.entries(targetStatistics)
        .map(([name, { description }]) => `${name}: ${description}`)
        .join(' '),
    }),
    optimum: z.enum(['min', 'max']).optional().meta({
      title: 'Optimum',
      description: 'The target with the least or with the most of it; left out: what is better for the customer.',
    }),
    ...routingFields,
  }),
  face: {
    label: 'Statistics',
    icon: 'chart-bar',
    category: 'routing',
    help:
      'Compares targets by a statistic of now, such as how many of their agents are ready, chooses the best one and waits for a free agent of it. ' +
      'Leaves by "timeout" when there is none in time.',
    summary: (config) => `${config.statistic}: ${config.targets.map(shownTarget).join(', ')}`,
  },
  ports: () => routingPorts,
  references: (config) => [...targetReferences(config.targets, 'targets'), ...queueReferences(config)],
  fragments: (config) => targetFragments(config.targets, 'targets'),
  initial: { targets: [{ agentGroup: '' }, { agentGroup: '' }] },
  call: statisticsCall,
  compile: (config, { toJs }) => routingBody('statistics', toJs({ ...config, targets: targetsForRun(config.targets) })),
});
