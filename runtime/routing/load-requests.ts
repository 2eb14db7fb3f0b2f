import type { Pool } from 'pg';
import type { WaitingLine, WaitingRequest } from './choose-agents.ts';
import type { TargetSet } from './floor.ts';

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

interface FirstRow {
  readonly index: number;
  readonly interaction_id: string;
  readonly priority: number;
  readonly created_at: Date;
  readonly declined_by: readonly string[] | null;
}

/** The first requests of each set, by priority, then age, at most as many as its limit, with who declined them. */
export async function loadLines(
  pool: Pool,
  routing: { readonly tenantId: string; readonly now: Date },
  sets: readonly { readonly set: TargetSet; readonly limit: number }[],
): Promise<WaitingLine[]> {
  const { rows } = await pool.query<FirstRow>(
    `select sets.index::int, first.*,
       (select array_agg(d.agent_id) from declines d where d.interaction_id = first.interaction_id and d.until > $2) as declined_by
     from unnest($3::text[], $4::text[], $5::int[]) with ordinality as sets(media, targets_key, most, index)
     cross join lateral (
       select r.interaction_id, r.priority, r.created_at from routing_requests r
       where r.tenant_id = $1 and r.media = sets.media and r.targets_key = sets.targets_key and r.agent_id is null
       order by r.priority desc, r.created_at, r.interaction_id limit sets.most
     ) as first`,
    [
      routing.tenantId,
      routing.now,
      sets.map(({ set }) => set.media),
      sets.map(({ set }) => set.targetsKey),
      sets.map(({ limit }) => limit),
    ],
  );
  const byIndex = Map.groupBy(rows, (row) => row.index);
  return sets.map(({ set, limit }, index) => {
    const requests = (byIndex.get(index + 1) ?? []).map(requestOf);
    return { set, requests, hasMore: requests.length === limit };
  });
}

function requestOf(row: FirstRow): WaitingRequest {
  return {
    interactionId: row.interaction_id,
    priority: row.priority,
    createdAt: row.created_at,
    declinedBy: new Set(row.declined_by),
  };
}
