import type { Pool } from 'pg';
import type { ActiveSubmitter } from '../../interaction/active-processes.ts';
import { viewToSql } from '../../interaction/view-sql.ts';
import { insertRows } from '../../store/insert-rows.ts';
import { newId } from '../../store/new-id.ts';
import { inTransaction } from '../../store/transaction.ts';
import { inputOf, type LiveRun, type RunInteraction, runInteractionColumns, runInteractionJoins } from './live-run.ts';
import { RunChanges } from './run-changes.ts';

/** How long a worker may keep a run without saying that it is alive; renewed while it works. */
export const leaseMs = 5000;

/** First half of the key, so that our locks meet no other use of advisory locks in the database. */
const takerLockSpace = 726_635;

/**
 * The submitter's work: takes interactions from its view, in the view's order, up to the batch and to what maxInFlight leaves,
 * and begins a run of its strategy for each. Takers of other views skip what is locked here.
 */
export async function takeInteractions(pool: Pool, submitter: ActiveSubmitter, batch: number): Promise<LiveRun[]> {
  const { process, queue, viewName, strategy, maxInFlight } = submitter;
  const { tenantId } = process;
  return inTransaction(pool, async (client) => {
    // One taker of a view at a time: two that count what is in flight at once would both fill what is left.
    await client.query('select pg_advisory_xact_lock($1, hashtext($2))', [
      takerLockSpace,
      JSON.stringify([tenantId, queue, viewName]),
    ]);
    const counted = await client.query<{ count: number }>(
      `select count(*)::int as count from
       (select from runs where tenant_id = $1 and queue = $2 and view = $3 and state in ('running', 'waiting') limit $4) as in_flight`,
      [tenantId, queue, viewName, maxInFlight],
    );
    const limit = Math.min(batch, maxInFlight - (counted.rows[0]?.count ?? 0));
    if (limit <= 0) return [];
    const view = viewToSql(submitter.view, 4);
    const taken = await client.query<RunInteraction>(
      `with picked as materialized (
         select i.id from interactions i
         where i.tenant_id = $1 and i.queue = $2 and i.state = 'queued' and not i.is_held and ${view.where}
         order by ${view.orderBy} limit $3 for update skip locked)
       select ${runInteractionColumns} from picked join interactions i on i.id = picked.id ${runInteractionJoins}
       order by ${view.orderBy}`,
      [tenantId, queue, limit, ...view.parameters],
    );
    if (taken.rows.length === 0) return [];
    const startedAt = new Date();
    const runs = taken.rows.map((interaction): LiveRun => {
      const id = newId();
      const input = inputOf({ id, strategy, queue, startedAt }, interaction);
      const base = { id, tenantId, process, strategy, queue, attempts: 1, interaction, input };
      return { ...base, journal: [], changes: new RunChanges() };
    });
    await insertRows(
      client,
      'runs',
      runs.map((run) => runRow(run, viewName, startedAt)),
    );
    await client.query(
      `update interactions i set state = 'routing', taken_from = i.queue, queue = null, run_id = r.id, problem = null, version = i.version + 1
       from unnest($1::uuid[], $2::uuid[]) as r(id, interaction_id) where i.id = r.interaction_id`,
      [runs.map((run) => run.id), runs.map((run) => run.interaction.id)],
    );
    await insertRows(
      client,
      'events',
      runs.flatMap((run) => takenEvents(run, startedAt)),
    );
    return runs;
  });
}

function runRow(run: LiveRun, view: string, startedAt: Date): Record<string, unknown> {
  const { interaction, ...rest } = run.input;
  const { text: _, ...stored } = interaction;
  return {
    id: run.id,
    tenant_id: run.tenantId,
    interaction_id: run.interaction.id,
    version_id: run.process.versionId,
    strategy: run.strategy,
    queue: run.queue,
    view,
    state: 'running',
    attempts: 1,
    input: { ...rest, interaction: stored },
    path: [],
    lease_until: new Date(startedAt.getTime() + leaseMs),
    started_at: startedAt,
  };
}

function takenEvents(run: LiveRun, at: Date): Record<string, unknown>[] {
  const common = { tenant_id: run.tenantId, interaction_id: run.interaction.id, at };
  const party = { kind: 'strategy', name: run.strategy, runId: run.id };
  return [
    { ...common, kind: 'TakenFromQueue', party, facts: { queue: run.queue } },
    { ...common, kind: 'PartyAdded', party, facts: { version: run.process.version } },
  ];
}
