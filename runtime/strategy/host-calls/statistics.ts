import { targetStatistics, type TargetStatisticName } from '#dsl/model/target-statistic.ts';
import type { Target } from '#dsl/model/target.ts';
import { loadAgents } from '../../routing/load-agents.ts';
import { obstacleOf, type RoutingAgent, seatOf } from '../../routing/seat.ts';
import { targetMatches } from '../../routing/target-matches.ts';
import { askRouter, targetsOf } from './ask-router.ts';
import type { HostCallContext, HostCallHandler } from './handler.ts';

/** Chooses the target that is best by the statistic now, and waits for an agent of that one. */
export const statistics: HostCallHandler<'statistics'> = async (params, context) => {
  const read = targetsOf(params.targets);
  if ('error' in read) return read;
  const values = await valuesOf(params.statistic, read.targets, context);
  const optimum = params.optimum ?? targetStatistics[params.statistic].optimum;
  const best = values.reduce((chosen, value, index) => {
    const than = values[chosen] ?? 0;
    return (optimum === 'max' ? value > than : value < than) ? index : chosen;
  }, 0);
  return askRouter({ ...params, targets: read.targets.slice(best, best + 1) }, context);
};

async function valuesOf(
  statistic: TargetStatisticName,
  targets: readonly Target[],
  context: HostCallContext,
): Promise<readonly number[]> {
  if (statistic === 'interactions-waiting') return waiting(targets, context);
  const { run, pool } = context;
  const { media } = run.interaction;
  const agents = (await loadAgents(pool, run.tenantId)).filter((agent) => agent.media[media] !== undefined);
  return targets.map((target) => {
    const meant = agents.filter((agent) => targetMatches(target, agent));
    return ofAgents(statistic, meant, media);
  });
}

function ofAgents(
  statistic: Exclude<TargetStatisticName, 'interactions-waiting'>,
  agents: readonly RoutingAgent[],
  media: string,
): number {
  switch (statistic) {
    case 'agents-logged-in':
      return agents.length;
    case 'agents-ready':
      return agents.filter((agent) => obstacleOf(seatOf(agent), media, {}) === undefined).length;
    case 'agents-loading': {
      const capacity = agents.reduce((sum, agent) => sum + (agent.capacity[media] ?? 0), 0);
      const current = agents.reduce((sum, agent) => sum + (agent.inHand[media] ?? 0), 0);
      // a target without anybody is no lightly loaded one
      return capacity === 0 ? Number.MAX_VALUE : current / capacity;
    }
  }
}

/** Requests that wait for exactly this target count for it, and those that wait for it among others. */
async function waiting(targets: readonly Target[], { run, pool }: HostCallContext): Promise<readonly number[]> {
  const { rows } = await pool.query<{ waiting: number }>(
    `select (select count(*)::int from routing_requests r
             where r.tenant_id = $1 and r.media = $2 and r.agent_id is null and r.targets @> t.target) as waiting
     from jsonb_array_elements($3::jsonb) with ordinality as t(target, place) order by place`,
    [run.tenantId, run.interaction.media, JSON.stringify(targets.map((target) => [target]))],
  );
  return rows.map((row) => row.waiting);
}
