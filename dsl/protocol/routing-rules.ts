import { z } from 'zod';

/** A line of `GET /api/routing-rules`. `GET`, `PUT` and `DELETE /api/routing-rules/:name` read, keep and remove one. */
export const routingRuleSummarySchema = z.strictObject({
  name: z.string(),
  description: z.string(),
  kind: z.enum(['selection', 'percentage', 'statistics', 'service-level', 'load-balancing']),
  updatedAt: z.iso.datetime(),
});

/** A line of the list of routing rules. */
export type RoutingRuleSummary = z.infer<typeof routingRuleSummarySchema>;
