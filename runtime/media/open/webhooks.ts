import type { Pool } from 'pg';
import { textOf } from '#dsl/errors/coded-error.ts';
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

/** Events of a medium told at once. */
const mostAtOnce = 20;
/** An event that somebody is telling is left alone for so long. */
const leaseSeconds = 60;
const timeoutMs = 15_000;
const maxAnswerBytes = 64 * 1024;
/** Waits before an event is told again, in seconds. */
const retrySeconds = [1, 5, 15, 60, 300, 900] as const;
/** What no program has taken for so long is given up. */
export const keptDays = 3;

interface Told {
  readonly tenant_id: string;
  readonly name: string;
  readonly document: unknown;
}

/** Tells programs by webhook what is due: each medium by itself, and of each interaction one event after the other. */
export class WebhookTeller {
  readonly #deps: WebhookDeps;
  readonly #underWay = new Map<string, Promise<void>>();
  #isStopped = false;

  constructor(deps: WebhookDeps) {
    this.#deps = deps;
  }

  /** Begins with all media that are not being told already. */
  async begin(): Promise<void> {
    const { rows } = await this.#deps.pool.query<Told>(
      `select tenant_id, name, document from media_types where document ->> 'delivery' = 'webhook'`,
    );
    for (const medium of rows) {
      const key = JSON.stringify([medium.tenant_id, medium.name]);
      if (!this.#underWay.has(key)) this.#underWay.set(key, this.#tellAll(medium, key));
    }
  }

  /** Resolves when nothing is being told any more. */
  async settled(): Promise<void> {
    await Promise.all(this.#underWay.values());
  }

  /** Ends with the events that are being told now. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.settled();
  }

  async #tellAll(of: Told, key: string): Promise<void> {
    const { tenant_id: tenantId, name: media } = of;
    try {
      const medium = openMediumSchema.parse(of.document);
      for (let isMore = true; isMore && !this.#isStopped; ) {
        const events = await takeDue(this.#deps.pool, of);
        await Promise.all(events.map((event) => tell(this.#deps, event, medium)));
        isMore = events.length > 0;
      }
    } catch (error) {
      this.#deps.onProblem({ tenantId, media, reason: textOf(error) });
    } finally {
      this.#underWay.delete(key);
    }
  }
}

/** Takes the oldest event of each interaction whose time has come, each for one process only. */
async function takeDue(pool: Pool, { tenant_id: tenantId, name }: Told): Promise<EventRow[]> {
  const { rows } = await pool.query<EventRow>(
    `update open_events set attempts = attempts + 1, next_at = now() + interval '${leaseSeconds} seconds' where id = any(array(
       select e.id from open_events e where e.tenant_id = $1 and e.media = $2 and e.next_at <= now()
         and not exists (select from open_events o where o.interaction_id = e.interaction_id and o.id < e.id)
       order by e.next_at, e.id limit ${mostAtOnce} for update skip locked))
     returning ${eventColumns}`,
    [tenantId, name],
  );
  return rows;
}

async function tell(deps: WebhookDeps, row: EventRow, medium: OpenMedium): Promise<void> {
  const { tenant_id: tenantId, media } = row;
  const outcome = await post(deps, row, medium);
  if (typeof outcome === 'string') {
    deps.onProblem({ tenantId, media, reason: outcome });
    const seconds = retrySeconds[Math.min(row.attempts, retrySeconds.length) - 1] ?? retrySeconds[0];
    // later ones of the interaction wait for it, and are not looked at meanwhile
    await deps.pool.query(
      `update open_events set next_at = now() + $3 * interval '1 second' where interaction_id = $1 and id >= $2`,
      [row.interaction_id, row.id, seconds],
    );
    return;
  }
  const runs = await settleOpenEvents(deps.pool, { tenantId, media }, [{ ...outcome, id: row.id }]);
  for (const runId of runs) await deps.wake.run(runId);
}

/** What the program answered, or why it must be told again. A refusal of a reply is an answer. */
async function post(deps: WebhookDeps, row: EventRow, medium: OpenMedium): Promise<OpenOutcome | string> {
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
