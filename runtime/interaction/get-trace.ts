import type { Pool } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import type { InteractionLogEvent, Trace } from '#dsl/protocol/interactions.ts';

type TraceRun = Trace['runs'][number];

/** Most entries of each kind in one trace; an interaction that passes a thousand times shows its latest. */
const maxEntries = 2000;

interface EventRow {
  readonly id: string;
  readonly at: Date;
  readonly kind: string;
  readonly party: InteractionLogEvent['party'];
  readonly facts: InteractionLogEvent['facts'];
}

interface RunRow {
  readonly id: string;
  readonly process: string;
  readonly version: number;
  readonly strategy: string;
  readonly state: TraceRun['state'];
  readonly attempts: number;
  readonly path: TraceRun['path'];
  readonly waiting_for: { block: string; name: string } | null;
  readonly error: { code: string; message: string; block?: string } | null;
  readonly input: TraceRun['input'];
  readonly started_at: Date;
  readonly ended_at: Date | null;
}

interface JournalRow {
  readonly run_id: string;
  readonly seq: number;
  readonly block: string;
  readonly name: string;
  readonly params: TraceRun['calls'][number]['params'];
  readonly result: TraceRun['calls'][number]['result'];
  readonly error: TraceRun['calls'][number]['error'];
  readonly data: TraceRun['calls'][number]['data'];
  readonly asked_at: Date;
  readonly answered_at: Date;
}

/** What happened to an interaction: its events in order, and each run with its path and host calls. Throws `request/not-found`. */
export async function getTrace(pool: Pool, tenantId: string, id: string): Promise<Trace> {
  const known = await pool.query('select from interactions where id = $1 and tenant_id = $2', [id, tenantId]);
  if (known.rowCount === 0) throw new CodedError('request/not-found', { kind: 'interaction', name: id });
  const [events, runs] = await Promise.all([
    pool.query<EventRow>(
      `select * from (select id, at, kind, party, facts from events where interaction_id = $1 order by id desc limit ${maxEntries}) e order by id`,
      [id],
    ),
    pool.query<RunRow>(
      `select r.id, v.process, v.version, r.strategy, r.state, r.losses + 1 as attempts, r.path, r.waiting_for, r.error, r.input, r.started_at, r.ended_at
       from runs r join process_versions v on v.id = r.version_id where r.interaction_id = $1 order by r.started_at desc limit 200`,
      [id],
    ),
  ]);
  const calls = await pool.query<JournalRow>(
    `select run_id, seq, block, name, params, result, error, data, asked_at, answered_at from journal where run_id = any($1) order by run_id, seq limit ${maxEntries}`,
    [runs.rows.map((run) => run.id)],
  );
  const names = await agentNames(pool, events.rows);
  const byRun = Map.groupBy(calls.rows, (call) => call.run_id);
  return {
    events: events.rows.map((event) => ({ ...event, facts: named(event.facts, names), at: event.at.toISOString() })),
    runs: runs.rows.toReversed().map((run) => shownRun(run, byRun.get(run.id) ?? [])),
  };
}

/** Agents who were passed over, as the router recorded them. */
function consideredIn(facts: EventRow['facts']): readonly { readonly agentId: string; readonly reason: string }[] {
  const { considered } = facts;
  return Array.isArray(considered) ? (considered as { agentId: string; reason: string }[]) : [];
}

async function agentNames(pool: Pool, events: readonly EventRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(events.flatMap(({ facts }) => consideredIn(facts).map(({ agentId }) => agentId)));
  if (ids.size === 0) return new Map();
  const { rows } = await pool.query<{ id: string; user_name: string }>(
    'select id, user_name from agents where id = any($1)',
    [[...ids]],
  );
  return new Map(rows.map((row) => [row.id, row.user_name]));
}

/** The facts with the names of agents beside their ids; one who is no longer there has none. */
function named(facts: EventRow['facts'], names: ReadonlyMap<string, string>): EventRow['facts'] {
  const considered = consideredIn(facts);
  if (considered.length === 0) return facts;
  return { ...facts, considered: considered.map((one) => ({ ...one, agent: names.get(one.agentId) ?? one.agentId })) };
}

function shownRun(run: RunRow, calls: readonly JournalRow[]): TraceRun {
  const { waiting_for: waiting, error } = run;
  return {
    id: run.id,
    process: run.process,
    version: run.version,
    strategy: run.strategy,
    state: run.state,
    attempts: run.attempts,
    startedAt: run.started_at.toISOString(),
    endedAt: run.ended_at?.toISOString() ?? null,
    path: run.path,
    waitingFor: waiting && { block: waiting.block, name: waiting.name },
    error: error && {
      code: error.code,
      message: error.message,
      ...(error.block === undefined ? {} : { block: error.block }),
    },
    input: run.input,
    calls: calls.map(
      ({ seq, block, name, params, result, error: fault, data, asked_at: askedAt, answered_at: answeredAt }) => ({
        seq,
        block,
        name,
        params,
        result,
        error: fault,
        data,
        askedAt: askedAt.toISOString(),
        answeredAt: answeredAt.toISOString(),
      }),
    ),
  };
}
