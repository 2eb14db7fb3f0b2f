import { z } from 'zod';
import { defineBlock, errorPort, shown } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import { namedField } from '../../block/named-field.ts';
import { queueReferences } from '../../block/routing-fields.ts';
import { parameter } from '../../document/parameter.ts';
import { nameSchema } from '../../document/strategy.ts';

/** Places the interaction in somebody's workbin; the strategy is over with it. */
export const workbinCall = defineHostCall({
  name: 'workbin',
  params: z.strictObject({
    workbin: nameSchema,
    /** User name of an agent, or name of a group or place; left out: the agent who last had the interaction or its thread. */
    owner: nameSchema.optional(),
    /** Where whoever pulls it may put it. */
    inQueues: z.array(nameSchema).default([]),
    /** Where replies to it may go. */
    outQueues: z.array(nameSchema).default([]),
  }),
  result: z.strictObject({}),
  help: 'Places the interaction in the workbin of an agent, group or place and ends the strategy.',
  waits: false,
  places: true,
});

const queuesField = (title: string, description: string) =>
  z
    .array(nameSchema.meta({ editor: 'queue' as const }))
    .default([])
    .meta({ title, description, editor: 'queue' });

/** Places the interaction in a workbin, where its owner sees it and pulls it. */
export const workbin = defineBlock({
  type: 'workbin',
  config: z.strictObject({
    workbin: namedField('workbin', 'Workbin', 'Which workbin the interaction goes to.'),
    owner: parameter(nameSchema)
      .optional()
      .meta({
        title: 'Owner',
        description:
          'Whose: the user name of an agent, or the name of a group or place, as the workbin asks for. ' +
          'Left out: the agent who last had the interaction or its thread.',
      }),
    inQueues: queuesField('In-queues', 'Queues into which whoever pulls the interaction may put it.'),
    outQueues: queuesField('Out-queues', 'Queues for what is made out of it, such as replies.'),
  }),
  face: {
    label: 'Workbin',
    icon: 'inbox',
    category: 'routing',
    help:
      'Places the interaction in the workbin of an agent, a group or a place and ends the strategy. It stays until its owner pulls it, ' +
      'in any order, or a view of the workbin hands it to a strategy.',
    summary: (config) =>
      `${shown(config.workbin)} of ${config.owner === undefined ? 'the last agent' : shown(config.owner)}`,
  },
  ports: () => [errorPort],
  references: (config) => [
    ...(typeof config.workbin === 'string'
      ? [{ kind: 'queue' as const, name: config.workbin, path: ['workbin'], workbin: { owner: config.owner } }]
      : []),
    ...queueReferences(config),
  ],
  initial: { workbin: '' },
  call: workbinCall,
  compile: (config, { toJs }) => `await run.call("workbin", ${toJs(config)});\nreturn "placed";`,
});
