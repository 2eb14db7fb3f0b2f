import { acknowledgeThenQueue } from './strategies/acknowledge-then-queue.ts';
import { autoresponseThenStop } from './strategies/autoresponse-then-stop.ts';
import { businessHoursGate } from './strategies/business-hours-gate.ts';
import { classifyAndSegment } from './strategies/classify-and-segment.ts';
import { overflowRoute } from './strategies/overflow-route.ts';
import { serviceWithFallback } from './strategies/service-with-fallback.ts';
import type { StrategyTemplate } from './template.ts';

/** What a new strategy may begin with, beside its Entry. */
export const strategyTemplates = {
  acknowledgeThenQueue,
  overflowRoute,
  businessHoursGate,
  classifyAndSegment,
  autoresponseThenStop,
  serviceWithFallback,
} satisfies Readonly<Record<string, StrategyTemplate>>;
