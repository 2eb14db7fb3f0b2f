import { z } from 'zod';
import { parameter } from '../document/parameter.ts';
import { nameSchema } from '../document/strategy.ts';
import { agentStatisticSchema, agentStatistics } from '../model/selection.ts';
import { errorPort, type Port, type Reference } from './block.ts';
import { namedReference } from './named-field.ts';

// 30 days: longer than any agent is away, short enough for a JavaScript timer once it is scheduled as a date
const longestTimeoutSeconds = 30 * 24 * 3600;

/** What every block that waits for an agent asks of the runtime beside its targets. */
export const routingParams = {
  timeoutSeconds: z.number().min(0).max(longestTimeoutSeconds),
  /** Left out: the interaction's own priority. */
  priority: z.int().optional(),
  /** Queues the agent may put this interaction into. */
  inQueues: z.array(nameSchema),
  /** Queues for the interactions the agent makes, such as a reply. */
  outQueues: z.array(nameSchema),
  /** False: these targets stay in the game while a later block of the strategy waits for its own. Left out: true. */
  clearTargets: z.boolean().optional(),
};

/** Whom the interaction got, or that nobody took it in time. */
export const routedResult = z.union([
  z.strictObject({ agent: z.string() }),
  z.strictObject({ timeout: z.literal(true) }),
]);

const queuesField = z.array(nameSchema.meta({ editor: 'queue' as const })).default([]);

/** Settings of every block that waits for an agent. */
export const routingFields = {
  timeoutSeconds: parameter(z.number().min(0).max(longestTimeoutSeconds)).default(60).meta({
    title: 'Timeout',
    description: 'How long to wait for an agent before leaving by "timeout".',
    unit: 's',
  }),
  priority: parameter(z.int()).optional().meta({
    title: 'Priority',
    description: "Who waits with a higher one is served first; left out: the interaction's own.",
  }),
  inQueues: queuesField.meta({
    title: 'Queues for this interaction',
    description: 'Where the agent may put the interaction back.',
    editor: 'queue',
  }),
  outQueues: queuesField.meta({
    title: 'Queues for new interactions',
    description: "Where the agent's reply and other new interactions go; the first one is the default.",
    editor: 'queue',
  }),
  clearTargets: parameter(z.boolean()).optional().meta({
    title: 'Clear targets',
    description:
      'Off: when the time is over, these targets stay in the game while the next routing block waits for its own. Left out: on.',
  }),
};

/** How the agent is chosen among several who are free, as host calls take it. */
export const selectionParams = {
  statistic: agentStatisticSchema.optional(),
  optimum: z.enum(['min', 'max']).optional(),
};

/** How the agent is chosen among several who are free, as a setting. */
export const selectionFields = {
  statistic: agentStatisticSchema.optional().meta({
    title: 'Statistic',
    description: `Of several free agents, who gets it; left out: the one free longest. ${Object.entries(agentStatistics)
      .map(([name, { description }]) => `${name}: ${description}`)
      .join(' ')}`,
  }),
  optimum: z.enum(['min', 'max']).optional().meta({
    title: 'Optimum',
    description:
      'The agent with the least or with the most of it; left out: the most for the time in ready state, else the least.',
  }),
};

/** Ways on of a block that waits for an agent. */
export const routingPorts: readonly Port[] = [
  { name: 'routed', kind: 'success', ends: true },
  { name: 'timeout', kind: 'branch' },
  errorPort,
];

/** Queues that a routing block names. */
export function queueReferences(config: {
  readonly inQueues: readonly string[];
  readonly outQueues: readonly string[];
}): Reference[] {
  return [
    ...config.inQueues.flatMap((queue, index) => namedReference('queue', queue, 'inQueues', index)),
    ...config.outQueues.flatMap((queue, index) => namedReference('queue', queue, 'outQueues', index)),
  ];
}

/** The body of a block that waits for an agent through the host call of its name. */
export function routingBody(call: string, params: string): string {
  return [
    `const routed = await run.call(${JSON.stringify(call)}, ${params});`,
    'return "timeout" in routed ? "timeout" : "routed";',
  ].join('\n');
}
