import type { Pool } from 'pg';
import type { View } from '#dsl/document/business-process.ts';
import type { ActiveSubmitter } from '../../interaction/active-processes.ts';
import { viewToSql } from '../../interaction/view-sql.ts';
import { copyRows } from '../../store/copy-rows.ts';
import { inFlightTransaction } from '../../store/flight-transaction.ts';
import { sql, type Statement } from '../../store/in-flight.ts';
import { newId } from '../../store/new-id.ts';
import { type ChosenVersion, chooseVersion } from './choose-version.ts';
import { inputOf, type LiveRun, type RunInteraction, runInteractionColumns, runInteractionJoins } from './live-run.ts';
import { RunChanges } from './run-changes.ts';
import { segmentSql } from './segment-sql.ts';

/** How long a worker may keep a run without saying that it is alive; renewed while it works. */
export const leaseMs = 5000;

/** First half of the key, so that our locks meet no other use of advisory locks in the database. */
const takerLockSpace = 726_635;

/** An interaction that was taken, with its place in the view's order, counted from 1. */
type Taken = RunInteraction & { readonly place: number };

/**
 * The submitter's work: takes interactions from its view, in the view's order, up to the batch and to what maxInFlight leaves,
 * and begins a run of its strategy for each. Takers of other views skip what is locked here.
 */
export function takeInteractions(pool: Pool, submitter: ActiveSubmitter, batch: number): Promise<LiveRun[]> {
  const { queue, viewName, strategy } = submitter;
  const { tenantId } = submitter.process;
  return inFlightTransaction(pool, async (transaction) => {
    const ids = Array.from({ length: batch }, newId);
    const [, , taken] = await transaction.send([
      // Nobody is told of it: a crash that loses it leaves the interactions in their queue, and the commit of the run's step brings
      // it to the disk before its own.
      sql('set local synchronous_commit = off'),
      // One taker of a view at a time: two that count what is in flight at once would both fill what is left.
      sql(
        'select pg_advisory_xact_lock($1, hashtext($2))',
        takerLockSpace,
        JSON.stringify([tenantId, queue, viewName]),
      ),
      take(submitter, ids),
    ]);
    if (taken.length === 0) return [];
    const startedAt = new Date();
    const chosen = new Map<string, ChosenVersion>();
    const runs = taken.map((interaction): LiveRun => {
      const id = ids[interaction.place - 1] ?? newId();
      const input = inputOf({ id, strategy, queue, startedAt }, interaction);
      const version = chooseVersion(submitter, input);
      chosen.set(id, version);
      const of = {
        process: version.process,
        strategy: version.strategy,
        input: { ...input, strategy: version.strategy },
      };
      return {
        id,
        tenantId,
        ...of,
        queue,
        attempts: 1,
        losses: 0,
        interaction,
        journal: [],
        changes: new RunChanges(),
      };
    });
    const { client } = transaction;
    const rows = runs.map((run) => ({
      ...runRow(run, viewName, startedAt),
      rollout_id: chosen.get(run.id)?.rolloutId ?? null,
    }));
    const events = runs.flatMap((run) => takenEvents(run, submitter, startedAt));
    await transaction.commit([
      ...(await copyRows(client, 'runs', rows)),
      ...(await copyRows(client, 'events', events)),
    ]);
    return runs;
  });
}

/** Which interactions a view takes by their due time, by the database's clock. */
const dueSql: Readonly<Record<View['scheduling'], string>> = {
  due: '(i.scheduled_at is null or i.scheduled_at <= now())',
  scheduled: 'i.scheduled_at > now()',
  any: 'true',
};

/**
 * Takes up to as many interactions as there are ids for runs, in the view's order; none when maxInFlight is reached. The inner
 * limit is a constant, since the planner must know that few are wanted; what it locks beyond maxInFlight stays as it is.
 */
function take(
  { process, queue, viewName, view, maxInFlight, isWorkbin }: ActiveSubmitter,
  ids: readonly string[],
): Statement<Taken> {
  const { where, orderBy, parameters } = viewToSql(view, 7);
  const { before, segment, hasRoom, ranked } = segmentSql(view);
  return sql(
    `with flying as materialized (
       select count(*)::int as count from
       (select from runs where tenant_id = $1 and queue = $2 and view = $3 and state in ('running', 'waiting') limit $4) as r
     ), ${before} picked as materialized (
       select i.id, ${segment} as segment from interactions i
       where (select count from flying) < $4 and i.tenant_id = $1 and i.queue = $2 and i.state = '${isWorkbin ? 'workbin' : 'queued'}' and not i.is_held
         and ${dueSql[view.scheduling]} and ${hasRoom} and ${where}
       order by ${orderBy} limit $5 for update skip locked
     ), placed as (
       select id, row_number() over (order by rank)::int as place from (${ranked}) as r
     ), taken as (
       update interactions i set state = 'routing', taken_from = i.queue, queue = null, agent_id = null, run_id = ($6::uuid[])[p.place], problem = null,
         version = i.version + 1
       from placed p where i.id = p.id and p.place <= $4 - (select count from flying) returning i.*, p.place
     ) select ${runInteractionColumns}, i.place from taken i ${runInteractionJoins} order by i.place`,
    process.tenantId,
    queue,
    viewName,
    maxInFlight,
    ids.length,
    ids,
    ...parameters,
  );
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
    input: { ...rest, interaction: stored },
    lease_until: new Date(startedAt.getTime() + leaseMs),
    started_at: startedAt,
  };
}

function takenEvents(
  run: LiveRun,
  { viewName: view, isWorkbin }: ActiveSubmitter,
  at: Date,
): Record<string, unknown>[] {
  const common = { tenant_id: run.tenantId, interaction_id: run.interaction.id, at };
  const party = { kind: 'strategy', name: run.strategy, runId: run.id };
  return [
    isWorkbin
      ? { ...common, kind: 'TakenFromWorkbin', party, facts: { workbin: run.queue, view } }
      : { ...common, kind: 'TakenFromQueue', party, facts: { queue: run.queue, view } },
    { ...common, kind: 'PartyAdded', party, facts: { version: run.process.version } },
  ];
}
