import { z } from 'zod';
import { defineBlock, errorPort } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import { namedReference } from '../../block/named-field.ts';
import { keepInVariables, variableField } from '../../block/variable-field.ts';
import { nameSchema } from '../../document/strategy.ts';

const bySchema = z.enum(['interactions', 'oldest']);

/** Places the interaction in the queue of several where least waits. */
export const loadBalancingCall = defineHostCall({
  name: 'load-balancing',
  params: z.strictObject({ queues: z.array(nameSchema).min(1).max(50), by: bySchema }),
  result: z.strictObject({ queue: z.string() }),
  help: 'Places the interaction in the queue where least waits.',
  waits: false,
  places: true,
});

/** Spreads interactions over queues. */
export const loadBalancing = defineBlock({
  type: 'load-balancing',
  config: z.strictObject({
    queues: z
      .array(nameSchema.meta({ editor: 'queue' }))
      .min(1)
      .max(50)
      .meta({ title: 'Queues', description: 'Of equals the first one.', editor: 'queue' }),
    by: bySchema.default('interactions').meta({
      title: 'Least',
      description: 'interactions: where the fewest wait; oldest: where the longest wait is shortest.',
    }),
    queueVariable: variableField('Queue into', 'Variable that receives the name of the queue.'),
  }),
  face: {
    label: 'Load Balancing',
    icon: 'scale',
    category: 'routing',
    help: 'Places the interaction in the one of several queues where least waits, by number or by age. The strategy ends here.',
    summary: (config) => config.queues.join(', '),
  },
  ports: () => [{ name: 'placed', kind: 'success', ends: true }, errorPort],
  references: (config) => [
    ...config.queues.flatMap((queue, index) => namedReference('queue', queue, 'queues', index)),
    ...namedReference('variable', config.queueVariable, 'queueVariable'),
  ],
  initial: { queues: [''] },
  call: loadBalancingCall,
  compile: ({ queueVariable, ...params }, { toJs }) =>
    [
      `const balanced = await run.call("load-balancing", ${toJs(params)});`,
      ...keepInVariables([[queueVariable, 'balanced.queue']]),
      'return "placed";',
    ].join('\n'),
});
