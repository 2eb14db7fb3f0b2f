import { z } from 'zod';
import { nameSchema } from '../document/strategy.ts';
import { agentStatisticSchema } from './selection.ts';
import { targetStatisticSchema } from './target-statistic.ts';

const agent = nameSchema.meta({ title: 'Agent', editor: 'agent' });
const agentGroup = nameSchema.meta({ title: 'Agent group', editor: 'agent-group' });
const skill = z.string().min(1).max(1000).meta({ title: 'Skill expression', editor: 'skill-expression' });
const percent = z.int().min(0).max(100).default(50).meta({ title: 'Share', unit: '%' });
const optimum = z.enum(['min', 'max']).optional().meta({
  title: 'Optimum',
  description: 'The least or the most of it; left out: what is better.',
});

const targets = z
  .array(
    z.union([
      z.strictObject({ agentGroup }).meta({ title: 'Agent group' }),
      z.strictObject({ agent }).meta({ title: 'Agent' }),
      z.strictObject({ skill }).meta({ title: 'Skill expression' }),
    ]),
  )
  .min(1)
  .max(50)
  .meta({ title: 'Targets', editor: 'targets' });

const shares = z
  .array(
    z.union([
      z.strictObject({ agentGroup, percent }).meta({ title: 'Agent group' }),
      z.strictObject({ agent, percent }).meta({ title: 'Agent' }),
      z.strictObject({ skill, percent }).meta({ title: 'Skill expression' }),
    ]),
  )
  .min(1)
  .max(50)
  .refine((all) => all.some((one) => one.percent > 0), 'at least one share above 0')
  .meta({ title: 'Targets', description: 'Each with its share; they count against each other.', editor: 'targets' });

const agentStatistic = agentStatisticSchema.optional().meta({
  title: 'Statistic',
  description: 'Of several free agents, who gets it; left out: the one free longest.',
});

const frame = {
  name: nameSchema.meta({ title: 'Name' }),
  description: z.string().max(1000).optional().meta({ title: 'Description' }),
};

/** Each kind of routing rule by itself: what it holds beside name and description. */
export const routingRuleSchemas = {
  selection: z.strictObject({ ...frame, kind: z.literal('selection'), targets, statistic: agentStatistic, optimum }),
  percentage: z.strictObject({ ...frame, kind: z.literal('percentage'), targets: shares }),
  statistics: z.strictObject({
    ...frame,
    kind: z.literal('statistics'),
    targets,
    statistic: targetStatisticSchema.default('agents-ready').meta({ title: 'Statistic' }),
    optimum,
  }),
  'service-level': z.strictObject({
    ...frame,
    kind: z.literal('service-level'),
    skills: z
      .array(skill)
      .min(1)
      .max(20)
      .meta({ title: 'Skill expressions', description: 'From the best to the widest.' }),
    percent: z.int().min(1).max(100).default(80).meta({ title: 'Service factor', unit: '%' }),
    withinSeconds: z.number().min(1).max(86_400).default(60).meta({ title: 'Within', unit: 's' }),
    statistic: agentStatistic,
    optimum,
  }),
  'load-balancing': z.strictObject({
    ...frame,
    kind: z.literal('load-balancing'),
    queues: z
      .array(nameSchema.meta({ editor: 'queue' }))
      .min(1)
      .max(50)
      .meta({ title: 'Queues', editor: 'queue' }),
    by: z.enum(['interactions', 'oldest']).default('interactions').meta({
      title: 'Least',
      description: 'interactions: where the fewest wait; oldest: where the longest wait is shortest.',
    }),
  }),
} as const;

/** A way of routing that is kept by name, so that many strategies use it and one change changes them all. */
export const routingRuleSchema = z.discriminatedUnion('kind', [
  routingRuleSchemas.selection,
  routingRuleSchemas.percentage,
  routingRuleSchemas.statistics,
  routingRuleSchemas['service-level'],
  routingRuleSchemas['load-balancing'],
]);

/** A way of routing that is kept by name. */
export type RoutingRule = z.infer<typeof routingRuleSchema>;

/** Kind of a routing rule. */
export type RoutingRuleKind = RoutingRule['kind'];
