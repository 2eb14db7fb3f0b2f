import { z } from 'zod';
import { agentGroupDocumentSchema } from '../model/agent-group.ts';
import { businessHoursSchema } from '../model/business-hours.ts';
import { classificationModelSchema } from '../model/classification-model.ts';
import { listSchema } from '../model/list.ts';
import { routingRuleSchema } from '../model/routing-rule.ts';
import { standardResponseSchema } from '../model/standard-response.ts';
import { screeningRuleSchema } from '../screening-pattern/screening-rule.ts';
import { layoutSchema } from './layout.ts';
import { nameSchema } from './strategy.ts';

/** A screening rule as documents carry it: with its name. */
export const screeningRuleDocumentSchema = screeningRuleSchema.extend({ name: nameSchema });

/**
 * A business process with everything it refers to, as one document: what export writes and import reads. The process is
 * checked by `checkDocument`, which reads older formats too.
 */
export const bundleSchema = z.strictObject({
  $schema: z.string().optional(),
  format: z.literal(1),
  kind: z.literal('bundle'),
  process: z.record(z.string(), z.json()),
  layout: layoutSchema.prefault({}),
  responses: z.array(standardResponseSchema).default([]),
  screeningRules: z.array(screeningRuleDocumentSchema).default([]),
  routingRules: z.array(routingRuleSchema).default([]),
  models: z.array(classificationModelSchema).default([]),
  agentGroups: z.array(agentGroupDocumentSchema).default([]),
  lists: z.array(listSchema).default([]),
  businessHours: z.array(businessHoursSchema).default([]),
});

/** A business process with everything it refers to. */
export type Bundle = z.infer<typeof bundleSchema>;
