import type { Pool } from 'pg';
import type { Selection } from '#dsl/model/selection.ts';
import type { Target } from '#dsl/model/target.ts';
import type { WaitingRequest } from './choose-agents.ts';

/** Targets that at least one request waits for, and how the agent is chosen among them. */
export interface TargetSet {
  readonly media: string;
  readonly targetsKey: string;
  readonly targets: readonly Target[];
  readonly selection: Selection;
}

/** More than this many different sets of targets of one tenant are looked at in later rounds, when these have gone. */
const maxSets = 5000;

/** Every set of targets waited for, once: a step of the index for each set, however many requests share it. */
export async function loadTargetSets(pool: Pool, tenantId: string): Promise<TargetSet[]> {
  const { rows } = await pool.query<TargetSet>(
    `with recursive sets as (
       (select media, targets_key, targets, selection from routing_requests
        where tenant_id = $1 and agent_id is null order by media, targets_key limit 1)
       union all
       select following.* from sets cross join lateral (
         select r.media, r.targets_key, r.targets, r.selection from routing_requests r
         where r.tenant_id = $1 and r.agent_id is null and (r.media, r.targets_key) > (sets.media, sets.targets_key)
         order by r.media, r.targets_key limit 1
       ) as following
     )
     select media, targets_key as "targetsKey", targets, selection from sets limit ${maxSets}`,
    [tenantId],
  );
  return rows;
}

/** Who declined what, of these agents, still in force: by interaction. */
export async function loadDeclines(
  pool: Pool,
  agentIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows } = await pool.query<{ interaction_id: string; agents: string[] }>(
    `select interaction_id, array_agg(agent_id) as agents from declines
     where agent_id = any($1) and until > $2 group by interaction_id`,
    [agentIds, now],
  );
  return new Map(rows.map((row) => [row.interaction_id, new Set(row.agents)]));
}

/** The first requests of each set, by priority, then age: of each at most as many as its limit. */
export async function loadRequests(
  pool: Pool,
  tenantId: string,
  sets: readonly (TargetSet & { readonly limit: number })[],
): Promise<Omit<WaitingRequest, 'declinedBy'>[]> {
  const { rows } = await pool.query<{ index: number; interaction_id: string; priority: number; created_at: Date }>(
    `select sets.index::int, first.*
     from unnest($2::text[], $3::text[], $4::int[]) with ordinality as sets(media, targets_key, most, index)
     cross join lateral (
       select r.interaction_id, r.priority, r.created_at from routing_requests r
       where r.tenant_id = $1 and r.media = sets.media and r.targets_key = sets.targets_key and r.agent_id is null
       order by r.priority desc, r.created_at, r.interaction_id limit sets.most
     ) as first`,
    [tenantId, sets.map((set) => set.media), sets.map((set) => set.targetsKey), sets.map((set) => set.limit)],
  );
  return rows.flatMap((row) => {
    const set = sets[row.index - 1];
    if (set === undefined) return [];
    return [
      {
        interactionId: row.interaction_id,
        targetsKey: set.targetsKey,
        targets: set.targets,
        selection: set.selection,
        priority: row.priority,
        createdAt: row.created_at,
      },
    ];
  });
}
