import type { Pool } from 'pg';
import type { ParamsOf } from '#dsl/blocks/host-calls.ts';
import { insertRows } from '../../store/insert-rows.ts';
import type { LiveRun } from '../execute/live-run.ts';
import type { HostCallHandler } from './handler.ts';

/** As many as Find Interactions brings. */
const mostUpdated = 100;

interface OtherRow {
  readonly id: string;
  readonly state: string;
  readonly related: boolean;
  readonly queue: string | null;
}

/**
 * Changes attached data of other interactions with the run's commit. A strategy may change what belongs to its thread or contact,
 * and what waits in a queue of its own process; never what is within another strategy, whose own commit would undo it.
 */
export const updateInteractions: HostCallHandler<'update-interactions'> = async (params, { run, pool }) => {
  const others = await othersOf(pool, run, params);
  const judged = others.map((row) => ({ row, reason: refusalOf(row, run) }));
  const found = new Set(others.map(({ id }) => id));
  const missing = params.which === 'ids' ? idsOf(params).filter((id) => !found.has(id)) : [];
  const updated = judged.filter(({ reason }) => reason === undefined).map(({ row }) => row.id);
  const refused = [
    ...judged.flatMap(({ row, reason }) => (reason === undefined ? [] : [{ id: row.id, reason }])),
    ...missing.map((id) => ({ id, reason: 'there is no such interaction' })),
  ];
  if (updated.length > 0) update(run, updated, params);
  return { result: { updated, refused } };
};

function idsOf({ ids }: ParamsOf<'update-interactions'>): string[] {
  return (typeof ids === 'string' ? [ids] : (ids ?? [])).filter((id) => id !== '');
}

async function othersOf(pool: Pool, run: LiveRun, params: ParamsOf<'update-interactions'>): Promise<OtherRow[]> {
  const { interaction } = run;
  const where = {
    parent: 'i.id::text = any($5)',
    children: 'i.parent_id = $2',
    thread: 'i.thread_id = $3',
    ids: 'i.id::text = any($5)',
  }[params.which];
  const named = params.which === 'parent' ? [interaction.parent_id ?? ''] : idsOf(params);
  const { rows } = await pool.query<OtherRow>(
    `select i.id, i.state, i.queue,
       (i.thread_id = $3 or i.parent_id = $2 or i.contact_id = $4 or i.id::text = any(array[$6])) as related
     from interactions i where i.tenant_id = $1 and i.id <> $2 and $5::text[] is not null and ${where} order by i.id limit ${mostUpdated}`,
    [run.tenantId, interaction.id, interaction.thread_id, interaction.contact_id, named, interaction.parent_id ?? ''],
  );
  return rows;
}

function refusalOf({ state, related, queue }: OtherRow, run: LiveRun): string | undefined {
  if (state === 'routing' || state === 'inviting') return 'it is within a strategy';
  const isOurs = queue !== null && Object.hasOwn(run.process.document.queues, queue);
  if (related !== true && !isOurs) return 'it belongs to another thread, contact and business process';
  return undefined;
}

/** Within the commit each is looked at once more: one that a strategy has taken meanwhile keeps its data. */
function update(run: LiveRun, ids: readonly string[], { set, remove }: ParamsOf<'update-interactions'>): void {
  const { tenantId, changes } = run;
  changes.steps.push(async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `update interactions i set data = (data || $2::jsonb) - $3::text[], version = version + 1
       from (select id from interactions where id = any($1::uuid[]) order by id for update) as locked
       where i.id = locked.id and i.state not in ('routing', 'inviting') returning i.id`,
      [ids, JSON.stringify(set), remove],
    );
    const party = { kind: 'strategy', name: run.strategy, runId: run.id };
    const facts = { set: Object.keys(set), deleted: remove };
    await insertRows(
      client,
      'events',
      rows.map(({ id }) => ({
        tenant_id: tenantId,
        interaction_id: id,
        at: new Date(),
        kind: 'PropertiesChanged',
        party,
        facts,
      })),
    );
  });
  changes.signals.push(...ids.map((interactionId) => ({ kind: 'interaction' as const, tenantId, interactionId })));
}
