import type { Pool } from 'pg';
import type { Workbin, WorkbinOwner } from '#dsl/model/workbin.ts';
import type { DesktopWorkbins } from '#dsl/protocol/desktop.ts';
import type { ActiveProcesses } from '../interaction/active-processes.ts';
import { interactionSummary, type SummaryRow, summaryColumns } from '../interaction/interaction-summary.ts';
import { ownerOfAgent } from '../interaction/workbin-owner.ts';
import type { AgentRow } from './load-agent.ts';

/** Lines of each workbin that a desktop shows; what is beyond comes up as the first ones are worked off. */
const mostShown = 50;
/** A count goes no further than this, so that a full workbin costs as much as a small one. */
const mostCounted = 1000;

interface Bin {
  readonly workbin: string;
  readonly displayName: string;
  readonly owner: WorkbinOwner;
  readonly key: string;
}

interface ContentRow extends SummaryRow {
  readonly place: number;
  readonly placed_at: Date | null;
  readonly placed_by: string | null;
  readonly note: string | null;
}

/** Workbins of the agent and of their groups, with their content by priority, then age; empty ones too, since one may put something in. */
export async function listWorkbins(
  pool: Pool,
  active: Pick<ActiveProcesses, 'workbins'>,
  agent: Pick<AgentRow, 'id' | 'tenantId' | 'userName'>,
): Promise<DesktopWorkbins> {
  const groups = await pool.query<{ name: string }>(
    'select group_name as name from agent_group_members where agent_id = $1 order by group_name',
    [agent.id],
  );
  const bins = sortedWorkbins(active, agent.tenantId).flatMap(([workbin, { owner, displayName }]): Bin[] => {
    const about = { workbin, displayName: displayName ?? workbin };
    if (owner === 'agent')
      return [{ ...about, owner: { type: owner, name: agent.userName }, key: ownerOfAgent(agent.id).key }];
    if (owner !== 'agent-group') return [];
    return groups.rows.map(({ name }) => ({ ...about, owner: { type: owner, name }, key: `${owner}:${name}` }));
  });
  const [names, keys] = [bins.map(({ workbin }) => workbin), bins.map(({ key }) => key)];
  const [content, counts] = await Promise.all([
    readContent(pool, agent.tenantId, names, keys),
    countContent(pool, agent.tenantId, names, keys),
  ]);
  return {
    workbins: bins.map(({ workbin, displayName, owner }, index) => ({
      workbin,
      displayName,
      owner,
      count: counts.get(index + 1) ?? 0,
      isMore: (counts.get(index + 1) ?? 0) >= mostCounted,
      interactions: content
        .filter(({ place }) => place === index + 1)
        .map((row) => ({
          ...interactionSummary(row),
          placedAt: row.placed_at?.toISOString() ?? null,
          placedBy: row.placed_by,
          note: row.note,
        })),
    })),
  };
}

/** The workbins of the tenant by the names that agents see. */
export function sortedWorkbins(
  active: Pick<ActiveProcesses, 'workbins'>,
  tenantId: string,
): (readonly [string, Workbin])[] {
  const shown = ([name, { displayName }]: readonly [string, Workbin]): string => displayName ?? name;
  return [...active.workbins(tenantId)].toSorted((left, right) => shown(left).localeCompare(shown(right)));
}

async function readContent(
  pool: Pool,
  tenantId: string,
  names: readonly string[],
  keys: readonly string[],
): Promise<ContentRow[]> {
  const { rows } = await pool.query<ContentRow>(
    `select bins.place::int, ${summaryColumns}, i.placed_at, e.party ->> 'name' as placed_by, e.facts ->> 'note' as note
     from unnest($2::text[], $3::text[]) with ordinality as bins(name, owner, place)
     cross join lateral (
       select w.id from interactions w
       where w.tenant_id = $1 and w.workbin_owner = bins.owner and w.queue = bins.name and w.state = 'workbin'
       order by w.priority desc, w.received_at, w.seq limit ${mostShown}
     ) as shown
     cross join lateral (select * from interactions x where x.id = shown.id) as i left join agents a on a.id = i.agent_id
     left join lateral (
       select p.party, p.facts from events p where p.interaction_id = i.id and p.kind = 'PlacedInWorkbin' order by p.id desc limit 1
     ) as e on true
     order by bins.place, i.priority desc, i.received_at, i.seq`,
    [tenantId, names, keys],
  );
  return rows;
}

async function countContent(
  pool: Pool,
  tenantId: string,
  names: readonly string[],
  keys: readonly string[],
): Promise<ReadonlyMap<number, number>> {
  const { rows } = await pool.query<{ place: number; count: number }>(
    `select bins.place::int, (select count(*)::int from (
       select from interactions w
       where w.tenant_id = $1 and w.workbin_owner = bins.owner and w.queue = bins.name and w.state = 'workbin' limit ${mostCounted}
     ) as first) as count
     from unnest($2::text[], $3::text[]) with ordinality as bins(name, owner, place)`,
    [tenantId, names, keys],
  );
  return new Map(rows.map(({ place, count }) => [place, count]));
}
