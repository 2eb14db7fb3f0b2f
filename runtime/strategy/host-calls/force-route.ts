import { loadAgents } from '../../routing/load-agents.ts';
import { targetMatches } from '../../routing/target-matches.ts';
import { askRouter, targetsOf } from './ask-router.ts';
import type { HostCallHandler } from './handler.ts';

/** Offers the interaction to the first target that means somebody logged in; while none does, all of them are waited for. */
export const forceRoute: HostCallHandler<'force-route'> = async (params, context) => {
  const read = targetsOf(params.targets);
  if ('error' in read) return read;
  const { run, pool } = context;
  const { media } = run.interaction;
  const agents = (await loadAgents(pool, run.tenantId)).filter((agent) => agent.media[media] !== undefined);
  const first = read.targets.find((target) => agents.some((agent) => targetMatches(target, agent)));
  const targets = first === undefined ? read.targets : [first];
  return askRouter({ ...params, targets, selection: { force: true } }, context);
};
