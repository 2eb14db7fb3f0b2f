import type { Pool } from 'pg';
import { type OpenMedium, openMediumSchema } from '#dsl/model/open-medium.ts';
import { openOutcomeSchema } from '#dsl/protocol/open-media.ts';
import { type RawAnswer, SendFailure, sendHttp } from '../../service/http/send-http.ts';
import { eventColumns, type EventRow, type OpenOutcome, settleOpenEvents, toOpenEvent } from './open-events.ts';
import { signatureHeader, signWebhook } from './sign-webhook.ts';

/** What webhooks are told with. */
export interface WebhookDeps {
  readonly pool: Pool;
  readonly wake: { run(runId: string): Promise<unknown> };
  /** The value of a secret; undefined when there is none of that name. */
  secretOf(tenantId: string, name: string): Promise<string | undefined>;
  /** Hosts that may be asked although their address is private. */
  readonly allowedHosts: readonly string[];
  onProblem(facts: { readonly tenantId: string; readonly media: string; readonly reason: string }): void;
}

/** Events told in one turn, and how many at once. */
const batch = 40;
/** An event that somebody is telling is left alone for so long. */
const leaseSeconds = 60;
const timeoutMs = 15_000;
const maxAnswerBytes = 64 * 1024;
/** Waits before an event is told again, in seconds. */
const retrySeconds = [1, 5, 15, 60, 300, 900] as const;
/** What no program has taken for so long is given up. */
export const keptDays = 3;

interface DueRow extends EventRow {
  readonly medium: unknown;
}

/** Tells programs by webhook what is due, oldest first. Answers true when there may be more. */
export async function tellWebhooks(deps: WebhookDeps): Promise<boolean> {
  const { rows } = await deps.pool.query<DueRow>(
    `with due as materialized (
       select e.id, t.document as medium from open_events e
       join media_types t on t.tenant_id = e.tenant_id and t.name = e.media and t.document ->> 'delivery' = 'webhook'
       where e.next_at <= now() order by e.next_at, e.id limit ${batch} for update of e skip locked)
     update open_events e set attempts = attempts + 1, next_at = now() + interval '${leaseSeconds} seconds'
     from due where e.id = due.id
     returning ${eventColumns.replace('id::text', 'e.id::text')}, due.medium`,
  );
  // one after the other for an interaction, so that its program hears of it in order
  const queues = Map.groupBy(rows.toSorted(byId), (row) => row.interaction_id);
  await Promise.all(
    [...queues.values()].map(async (events) => {
      for (const event of events) if (!(await tell(deps, event))) return postponeRest(deps, event, events);
    }),
  );
  return rows.length === batch;
}

function byId(a: EventRow, b: EventRow): number {
  return Number(BigInt(a.id) - BigInt(b.id));
}

async function tell(deps: WebhookDeps, row: DueRow): Promise<boolean> {
  const { tenant_id: tenantId, media } = row;
  const outcome = await post(deps, row, openMediumSchema.parse(row.medium));
  if (typeof outcome === 'string') {
    deps.onProblem({ tenantId, media, reason: outcome });
    const seconds = retrySeconds[Math.min(row.attempts, retrySeconds.length) - 1] ?? retrySeconds[0];
    await deps.pool.query(`update open_events set next_at = now() + $2 * interval '1 second' where id = $1`, [
      row.id,
      seconds,
    ]);
    return false;
  }
  const runs = await settleOpenEvents(deps.pool, { tenantId, media }, [{ ...outcome, id: row.id }]);
  for (const runId of runs) await deps.wake.run(runId);
  return true;
}

/** Later events of an interaction wait for the one that could not be told. */
async function postponeRest({ pool }: WebhookDeps, failed: DueRow, events: readonly DueRow[]): Promise<void> {
  await pool.query(
    `update open_events e set next_at = f.next_at, attempts = e.attempts - 1 from open_events f where f.id = $1 and e.id = any($2) and e.id > f.id`,
    [failed.id, events.map(({ id }) => id)],
  );
}

/** What the program answered, or why it must be told again. A refusal of a reply is an answer. */
async function post(deps: WebhookDeps, row: DueRow, medium: OpenMedium): Promise<OpenOutcome | string> {
  const { webhook, secret: name } = medium;
  if (webhook === undefined || name === undefined)
    return `"${medium.name}" has no address or no secret for its webhook.`;
  const secret = await deps.secretOf(row.tenant_id, name);
  if (secret === undefined) return `There is no secret "${name}".`;
  const body = JSON.stringify(toOpenEvent(row));
  const headers = { 'content-type': 'application/json', [signatureHeader]: signWebhook(body, secret, new Date()) };
  try {
    const limits = { timeoutMs, maxBytes: maxAnswerBytes, allowedHosts: deps.allowedHosts };
    return outcomeOf(await sendHttp({ method: 'POST', url: new URL(webhook), headers, body }, limits));
  } catch (error) {
    if (error instanceof SendFailure) return error.message;
    throw error;
  }
}

/** 2xx takes it, 422 refuses what was asked for good (RFC 9110 15.5.21); all else may pass. */
function outcomeOf({ status, body }: RawAnswer): OpenOutcome | string {
  if (status === 422) return { failed: body.toString('utf8').slice(0, 500) || 'unprocessable' };
  if (status < 200 || status > 299) return `The webhook answered with status ${status}.`;
  try {
    return openOutcomeSchema.safeParse(JSON.parse(body.toString('utf8'))).data ?? {};
  } catch {
    // most programs answer with nothing, or with "ok"
    return {};
  }
}

/** Gives up what no program has taken: runs that wait for its word hear so. Answers how many events went. */
export async function giveUpOldEvents({ pool, wake }: Pick<WebhookDeps, 'pool' | 'wake'>): Promise<number> {
  const { rows } = await pool.query<{ run_id: string | null }>(
    `with old as (
       delete from open_events where id in (
         select id from open_events where at < now() - interval '${keptDays} days' order by at limit 1000 for update skip locked)
       returning run_id, seq
     ), answered as (
       insert into answers (run_id, seq, error) select run_id, seq, $1::jsonb from old where run_id is not null on conflict do nothing
     ) select run_id from old`,
    [JSON.stringify({ code: 'open/not-taken', message: `No program took the reply within ${keptDays} days.` })],
  );
  for (const { run_id: runId } of rows) if (runId !== null) await wake.run(runId);
  return rows.length;
}
