import { z } from 'zod';
import { defineBlock, errorPort, shown } from '../../block/block.ts';
import { defineHostCall } from '../../block/host-call.ts';
import { namedField, namedReference } from '../../block/named-field.ts';
import { parameter } from '../../document/parameter.ts';
import { nameSchema } from '../../document/strategy.ts';
import { targetSchema } from '../../model/target.ts';

// 30 days: longer than any agent is away, short enough for a JavaScript timer once it is scheduled as a date
const longestTimeoutSeconds = 30 * 24 * 3600;

/** Waits until an agent among the targets accepts the interaction, or the time is over. */
export const routeInteractionCall = defineHostCall({
  name: 'route-interaction',
  params: z.strictObject({
    targets: z.array(targetSchema).min(1),
    timeoutSeconds: z.number().min(0).max(longestTimeoutSeconds),
    /** Left out: the interaction's own priority. */
    priority: z.int().optional(),
    /** Queues the agent may put this interaction into. */
    inQueues: z.array(nameSchema),
    /** Queues for the interactions the agent makes, such as a reply. */
    outQueues: z.array(nameSchema),
  }),
  result: z.union([z.strictObject({ agent: z.string() }), z.strictObject({ timeout: z.literal(true) })]),
  help: 'Waits until an agent among the targets accepts the interaction, or the time is over.',
  waits: true,
  places: true,
});

const targetField = z.union([
  z.strictObject({ agent: namedField('agent', 'Agent', 'One agent.') }).meta({ title: 'Agent' }),
  z
    .strictObject({ agentGroup: namedField('agent-group', 'Agent group', 'Whoever of the group is free.') })
    .meta({ title: 'Agent group' }),
  z
    .strictObject({
      skill: parameter(z.string().min(1)).meta({
        title: 'Skill expression',
        description: 'Whoever satisfies it, such as English >= 3 & Billing > 0.',
        editor: 'skill-expression',
      }),
    })
    .meta({ title: 'Skill expression' }),
]);

/** Gives the interaction to an agent, as soon as one of the targets is free. */
export const routeInteraction = defineBlock({
  type: 'route-interaction',
  config: z.strictObject({
    targets: z.array(targetField).min(1).max(50).meta({
      title: 'Targets',
      description: 'Who may get the interaction; of several free agents the one idle longest.',
      editor: 'targets',
    }),
    timeoutSeconds: parameter(z.number().min(0).max(longestTimeoutSeconds)).default(60).meta({
      title: 'Timeout',
      description: 'How long to wait for an agent before leaving by "timeout".',
      unit: 's',
    }),
    priority: parameter(z.int()).optional().meta({
      title: 'Priority',
      description: "Who waits with a higher one is served first; left out: the interaction's own.",
    }),
    inQueues: z
      .array(nameSchema.meta({ editor: 'queue' }))
      .default([])
      .meta({
        title: 'Queues for this interaction',
        description: 'Where the agent may put the interaction back.',
        editor: 'queue',
      }),
    outQueues: z
      .array(nameSchema.meta({ editor: 'queue' }))
      .default([])
      .meta({
        title: 'Queues for new interactions',
        description: "Where the agent's reply and other new interactions go; the first one is the default.",
        editor: 'queue',
      }),
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
  ports: () => [{ name: 'routed', kind: 'success', ends: true }, { name: 'timeout', kind: 'branch' }, errorPort],
  references: (config) => [
    ...config.targets.flatMap((target, index) => {
      if ('agent' in target) return namedReference('agent', target.agent, 'targets', index, 'agent');
      if ('agentGroup' in target)
        return namedReference('agent-group', target.agentGroup, 'targets', index, 'agentGroup');
      return [];
    }),
    ...config.inQueues.flatMap((queue, index) => namedReference('queue', queue, 'inQueues', index)),
    ...config.outQueues.flatMap((queue, index) => namedReference('queue', queue, 'outQueues', index)),
  ],
  fragments: (config) =>
    config.targets.flatMap((target, index) =>
      'skill' in target && typeof target.skill === 'string'
        ? [{ kind: 'skill-expression' as const, code: target.skill, path: ['targets', index, 'skill'] }]
        : [],
    ),
  initial: { targets: [{ agentGroup: '' }] },
  call: routeInteractionCall,
  compile: (config, { toJs }) =>
    [
      `const routed = await run.call("route-interaction", ${toJs(config)});`,
      'return "agent" in routed ? "routed" : "timeout";',
    ].join('\n'),
});

function shownTarget(target: z.infer<typeof targetField>): string {
  if ('agent' in target) return shown(target.agent);
  return 'agentGroup' in target ? shown(target.agentGroup) : shown(target.skill);
}
