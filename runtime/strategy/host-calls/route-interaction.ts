import { askRouter, targetsOf } from './ask-router.ts';
import type { HostCallHandler } from './handler.ts';

/** Hands the interaction to the router and waits: for the agent who accepts, or for the timeout. */
export const routeInteraction: HostCallHandler<'route-interaction'> = (params, context) => {
  const read = targetsOf(params.targets);
  if ('error' in read) return read;
  const { statistic, optimum } = params;
  const selection = { ...(statistic && { statistic }), ...(optimum && { optimum }) };
  return askRouter({ ...params, targets: read.targets, selection }, context);
};
