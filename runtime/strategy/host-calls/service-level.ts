import type { Target } from '#dsl/model/target.ts';
import { askRouter, type Widening } from './ask-router.ts';
import type { HostCallContext, HostCallHandler } from './handler.ts';

/** Statistics of the last hour, as the field's sliding window. */
const windowMs = 3600_000;
/** However far the factor is behind: somebody better may come free a moment later. */
const fastest = 0.1;

/**
 * Waits by skills that grow wider. All of them are in the game when the time of the service level is over; sooner in proportion
 * when fewer interactions than wanted reached an agent in time during the last hour.
 */
export const serviceLevel: HostCallHandler<'service-level'> = async (params, context) => {
  const factor = await serviceFactor(params.withinSeconds, context);
  const widening = wideningOf(params.skills, params.withinSeconds, factor === undefined ? 1 : factor / params.percent);
  const { statistic, optimum } = params;
  const selection = { ...(statistic && { statistic }), ...(optimum && { optimum }) };
  const first = params.skills.slice(0, 1).map((skill) => ({ skill }));
  return askRouter({ ...params, targets: first, widening, selection }, context);
};

/** When each wider skill comes into the game: evenly over the time, which shrinks with a service factor that is behind. */
export function wideningOf(skills: readonly string[], withinSeconds: number, reached: number): Widening[] {
  const seconds = withinSeconds * Math.min(1, Math.max(fastest, reached));
  return skills.slice(1).map((_, index) => ({
    afterSeconds: (seconds * (index + 1)) / skills.length,
    targets: skills.slice(0, index + 2).map((skill): Target => ({ skill })),
  }));
}

/** Calls that wait by service level, as SQL text: the planner finds the partial index of a name by its literal only. */
const callNames: Readonly<Record<string, string>> = {
  'service-level': "'service-level'",
  'routing-rule': "'routing-rule'",
};

/** Percent of this block's interactions of the last hour that reached an agent in time; undefined when there were none. */
async function serviceFactor(
  withinSeconds: number,
  { run, call, pool, now }: HostCallContext,
): Promise<number | undefined> {
  const { rows } = await pool.query<{ all: number; in_time: number }>(
    `select count(*)::int as all,
       count(*) filter (where j.result ? 'agent' and j.answered_at - j.asked_at <= make_interval(secs => $5))::int as in_time
     from journal j join runs r on r.id = j.run_id
     where j.name = ${callNames[call.name] ?? callNames['service-level']} and j.answered_at > $4 and j.block = $3 and r.tenant_id = $1 and r.strategy = $2`,
    [run.tenantId, run.strategy, call.block, new Date(now.getTime() - windowMs), withinSeconds],
  );
  const { all = 0, in_time: inTime = 0 } = rows[0] ?? {};
  return all === 0 ? undefined : (100 * inTime) / all;
}
