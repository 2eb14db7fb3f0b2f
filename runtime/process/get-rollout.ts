import type { Pool } from 'pg';
import { conditionSchema } from '#dsl/condition/condition.ts';
import { replayedInteractionSchema } from '#dsl/protocol/replay.ts';
import type { Rollout, RolloutSide, ShadowDifference } from '#dsl/protocol/rollouts.ts';

interface RolloutRow extends Omit<Rollout, 'startedAt' | 'sides' | 'differences' | 'condition'> {
  readonly id: string;
  readonly condition: unknown;
  readonly startedAt: Date;
}

/** Kinds of differences that are shown; a shadow that differs in more of them differs everywhere. */
const shownDifferences = 50;

/** The version on trial beside the active one and how it fares; null when there is none. */
export async function getRollout(pool: Pool, tenantId: string, process: string): Promise<Rollout | null> {
  const { rows } = await pool.query<RolloutRow>(
    `select r.id, r.version, p.active_version as "activeVersion", r.mode, r.share, r.condition, r.message,
       r.started_by as "startedBy", r.started_at as "startedAt", r.compared, r.differing, r.skipped
     from rollouts r join processes p on p.tenant_id = r.tenant_id and p.name = r.process and p.active_version is not null
     where r.tenant_id = $1 and r.process = $2`,
    [tenantId, process],
  );
  const [row] = rows;
  if (row === undefined) return null;
  const { id, condition, startedAt, ...rest } = row;
  const isCanary = row.mode === 'canary';
  return {
    ...rest,
    condition: condition === null ? null : conditionSchema.parse(condition),
    startedAt: startedAt.toISOString(),
    sides: isCanary ? await countSides(pool, id, [row.activeVersion, row.version], { tenantId, process }) : [],
    differences: isCanary ? [] : await listDifferences(pool, id),
  };
}

/** Counts by the index of the rollout's runs alone. */
async function countSides(
  pool: Pool,
  rolloutId: string,
  versions: readonly number[],
  { tenantId, process }: { tenantId: string; process: string },
): Promise<RolloutSide[]> {
  const { rows } = await pool.query<RolloutSide>(
    `select v.version, coalesce(sum(c.count) filter (where c.state in ('running', 'waiting')), 0)::int as running,
       coalesce(sum(c.count) filter (where c.state = 'ended'), 0)::int as ended,
       coalesce(sum(c.count) filter (where c.state = 'failed'), 0)::int as failed
     from process_versions v
       left join (select version_id, state, count(*) from runs where rollout_id = $1 group by version_id, state) c on c.version_id = v.id
     where v.tenant_id = $2 and v.process = $3 and v.version = any($4) group by v.version`,
    [rolloutId, tenantId, process, versions],
  );
  return versions.flatMap((version) => rows.find((row) => row.version === version) ?? []);
}

async function listDifferences(pool: Pool, rolloutId: string): Promise<ShadowDifference[]> {
  const { rows } = await pool.query<{ strategy: string; why: string; count: number; last: unknown; lastAt: Date }>(
    `select strategy, why, count, last, last_at as "lastAt" from shadow_differences
     where rollout_id = $1 order by count desc, last_at desc limit ${shownDifferences}`,
    [rolloutId],
  );
  return rows.map(({ last, lastAt, ...row }) => ({
    ...row,
    lastAt: lastAt.toISOString(),
    last: replayedInteractionSchema.parse(last),
  }));
}
