import { z } from 'zod';

/** A number the router knows of every agent, by which it chooses among several who are free. */
interface AgentStatistic {
  readonly description: string;
  /** Which end is better unless the author says otherwise. */
  readonly optimum: 'min' | 'max';
}

/** Statistics of agents, by the field's names. Occupancy and interactions handled look at the last hour. */
export const agentStatistics = {
  'time-in-ready-state': { description: 'How long the agent has been free.', optimum: 'max' },
  'agent-loading': { description: 'How much of the capacity of all media is taken.', optimum: 'min' },
  'agent-loading-media': { description: 'How many interactions of this media type the agent has.', optimum: 'min' },
  'agent-occupancy': { description: 'Share of the last hour in which the agent handled something.', optimum: 'min' },
  'interactions-handled': { description: 'How many interactions the agent got in the last hour.', optimum: 'min' },
} as const satisfies Readonly<Record<string, AgentStatistic>>;

/** Name of a statistic of agents. */
export const agentStatisticSchema = z.enum(
  Object.keys(agentStatistics) as [keyof typeof agentStatistics, ...(keyof typeof agentStatistics)[]],
);

/** Which of several free agents is chosen; nothing given: the one who has been free longest. */
export const selectionSchema = z.strictObject({
  statistic: agentStatisticSchema.optional(),
  optimum: z.enum(['min', 'max']).optional(),
  /** True: agents who are not ready and do not want to be disturbed count too; their capacity holds all the same. */
  force: z.boolean().optional(),
});

/** Which of several free agents is chosen. */
export type Selection = z.infer<typeof selectionSchema>;
