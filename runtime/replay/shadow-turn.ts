import type { Pool, PoolClient } from 'pg';
import { parseBusinessProcess } from '#dsl/check/parse-business-process.ts';
import type { BusinessProcess } from '#dsl/document/business-process.ts';
import { CodedError, textOf } from '#dsl/errors/coded-error.ts';
import { inTransaction } from '#runtime/store/transaction.ts';
import type { ComparisonResult } from './compare-runs.ts';
import { type PastRun, readRunsToCompare } from './past-runs.ts';
import { runTrial } from './run-trial.ts';

/** Runs compared in one turn: a second of work, so that what is skipped is known soon. */
const most = 100;
/** Runs that may wait to be compared; beyond it the others are left out and counted. */
const mostWaiting = 1000;
/** A turn that takes longer than this was lost with its process. */
const lostSeconds = 150;
/** A second of work may take long where everything else goes first. */
const trialSeconds = 60;
const leastPauseMs = 2000;
/** A shadow computes for a tenth of the time: the slower a busy machine makes it, the less it asks. */
const pausePerWork = 9;
/** Kinds of differences kept for a rollout; what comes beyond is counted together. */
const mostKinds = 200;
/** Longest reason kept: error messages of scripts can be long. */
const longestWhy = 500;

interface Shadow {
  readonly id: string;
  readonly active: unknown;
  readonly shadow: unknown;
}

type Changed = ComparisonResult['changed'][number];

/**
 * One turn of one shadow whose time has come: runs of the active version that are over are tried in the shadow, without effects,
 * and what differs is counted. Any number of processes may call it at once. Answers false when no shadow is due.
 */
export async function takeShadowTurn(pool: Pool): Promise<boolean> {
  const shadow = await claim(pool);
  if (shadow === undefined) return false;
  const began = Date.now();
  const skipped = await skipSurplus(pool, shadow.id);
  const runs = await readRunsToCompare(pool, shadow.id, most);
  const changed = runs.length === 0 ? [] : await compare(shadow, runs);
  const pauseMs = Math.max(leastPauseMs, pausePerWork * (Date.now() - began));
  await inTransaction(pool, (client) => record(client, shadow.id, { runs, changed, skipped, pauseMs }));
  return true;
}

async function claim(pool: Pool): Promise<Shadow | undefined> {
  const { rows } = await pool.query<Shadow>(
    `with due as (
       select r.id from rollouts r join processes p on p.tenant_id = r.tenant_id and p.name = r.process and p.active_version is not null
       where r.mode = 'shadow' and r.due_at <= now() order by r.due_at limit 1 for update of r skip locked
     ), claimed as (
       update rollouts r set due_at = now() + interval '${lostSeconds} seconds' from due where r.id = due.id returning r.*
     ) select c.id, a.document as active, s.document as shadow from claimed c
       join processes p on p.tenant_id = c.tenant_id and p.name = c.process
       join process_versions a on a.tenant_id = c.tenant_id and a.process = c.process and a.version = p.active_version
       join process_versions s on s.tenant_id = c.tenant_id and s.process = c.process and s.version = c.version`,
  );
  return rows[0];
}

/** More than can be compared soon has come: the traffic itself matters more. */
async function skipSurplus(pool: Pool, rolloutId: string): Promise<number> {
  const { rowCount } = await pool.query(
    `update runs set rollout_id = null where id in (
       select id from runs where rollout_id = $1 and state in ('ended', 'failed') offset ${mostWaiting})`,
    [rolloutId],
  );
  return rowCount ?? 0;
}

/** What brings the trial down is a difference too. */
async function compare({ active, shadow }: Shadow, runs: readonly PastRun[]): Promise<readonly Changed[]> {
  try {
    const work = { kind: 'comparison' as const, active: read(active), shadow: read(shadow), runs };
    return (await runTrial(work, trialSeconds)).changed;
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return runs.map((run) => fallen(run, textOf(error)));
  }
}

function read(document: unknown): BusinessProcess {
  const { process, diagnostics } = parseBusinessProcess(document);
  if (process !== undefined) return process;
  throw new CodedError('trial/no-result', { reason: diagnostics.map(({ message }) => message).join(' ') });
}

function fallen(run: PastRun, why: string): Changed {
  const { interactionId, runId, strategy, subject, version, startedAt } = run;
  const before = { path: run.path.map(({ block }) => block), queue: null, stopped: false, error: null, mails: [] };
  const after = { path: [], queue: null, stopped: false, error: why, mails: [] };
  const of = { interactionId, runId, strategy, subject, version, startedAt };
  return { ...of, differs: ['error'], why, block: null, before, after, assumed: [] };
}

interface Turn {
  readonly runs: readonly PastRun[];
  readonly changed: readonly Changed[];
  readonly skipped: number;
  readonly pauseMs: number;
}

async function record(client: PoolClient, id: string, { runs, changed, skipped, pauseMs }: Turn): Promise<void> {
  const still = await client.query(
    `update rollouts set compared = compared + $2, differing = differing + $3, skipped = skipped + $4,
       due_at = now() + $5 * interval '1 millisecond' where id = $1`,
    [id, runs.length, changed.length, skipped, pauseMs],
  );
  await client.query('update runs set rollout_id = null where id = any($1)', [runs.map(({ runId }) => runId)]);
  // stopped meanwhile: nobody asks any more
  if (still.rowCount === 0 || changed.length === 0) return;
  const known = await client.query<{ strategy: string; why: string }>(
    'select strategy, why from shadow_differences where rollout_id = $1',
    [id],
  );
  for (const { strategy, why, found } of byKind(changed, known.rows))
    await client.query(
      `insert into shadow_differences (rollout_id, strategy, why, count, last) values ($1, $2, $3, $4, $5)
       on conflict (rollout_id, strategy, why) do update set count = shadow_differences.count + excluded.count,
         last = excluded.last, last_at = now()`,
      [id, strategy, why, found.length, JSON.stringify(lastOf(found))],
    );
}

function lastOf(found: readonly Changed[]): Omit<Changed, 'strategy'> | undefined {
  const last = found.at(-1);
  if (last === undefined) return undefined;
  const { strategy: _, ...rest } = last;
  return rest;
}

interface Kind {
  readonly strategy: string;
  readonly why: string;
}

function byKind(changed: readonly Changed[], known: readonly Kind[]): (Kind & { found: readonly Changed[] })[] {
  const kinds = new Set(known.map(({ strategy, why }) => JSON.stringify([strategy, why])));
  const groups = new Map<string, Changed[]>();
  for (const one of changed) {
    const own = JSON.stringify([one.strategy, one.why.slice(0, longestWhy)]);
    const key = kinds.has(own) || kinds.size < mostKinds ? own : JSON.stringify(['', 'Other differences.']);
    kinds.add(key);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups].map(([key, found]) => {
    const [strategy = '', why = ''] = JSON.parse(key) as string[];
    return { strategy, why, found };
  });
}
