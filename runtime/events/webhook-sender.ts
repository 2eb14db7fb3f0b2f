import type { Pool } from 'pg';
import { textOf } from '#dsl/errors/coded-error.ts';
import type { Changes } from '#dsl/protocol/events.ts';
import type { DueWebhook, WebhookDeps } from './due-webhook.ts';
import { type EventCursor, readCursor } from './event-cursor.ts';
import { type PostOutcome, postTimeoutMs, postWebhook } from './post-webhook.ts';
import { readChanges } from './read-changes.ts';
import { purposeOf } from './webhooks.ts';
import { keepDelivery, recordPost } from './record-post.ts';

const eventsInPost = 100;
// one that has much to catch up with, or answers slowly, leaves room for the others
const postsInTurn = 20;
const turnMs = 5000;
const mostAtOnce = 20;
const leaseMs = 3 * postTimeoutMs;

/**
 * Posts what is new to webhooks. Each one's events go out in order, one post at a time whichever processes send; a post that was not taken is
 * repeated until it is, so a program may see an event twice and never misses one. A webhook that answers slowly holds up itself only.
 */
export class WebhookSender {
  readonly #deps: WebhookDeps;
  readonly #underWay = new Map<string, Promise<void>>();

  constructor(deps: WebhookDeps) {
    this.#deps = deps;
  }

  /** Begins with every webhook that is due and not under way; resolves once all of them have begun. */
  async begin(): Promise<void> {
    const { rows } = await this.#deps.pool.query<DueWebhook>(
      `select tenant_id as "tenantId", name, url, kinds, enabled, secret, cursor_xid::text as xid, cursor_id::text as id, test_asked as "isTest"
       from webhooks where (enabled and next_at <= $1) or test_asked order by next_at`,
      [this.#deps.now()],
    );
    for (const webhook of rows) {
      const key = JSON.stringify([webhook.tenantId, webhook.name]);
      while (this.#underWay.size >= mostAtOnce) await Promise.race(this.#underWay.values());
      if (!this.#underWay.has(key)) this.#underWay.set(key, this.#post(webhook, key));
    }
  }

  /** Resolves when nothing is under way any more. */
  async settled(): Promise<void> {
    await Promise.all(this.#underWay.values());
  }

  async #post(webhook: DueWebhook, key: string): Promise<void> {
    try {
      await postOne(this.#deps, webhook);
    } catch (error) {
      this.#deps.log.warn({ err: error, webhook: webhook.name }, 'events could not be posted');
    } finally {
      this.#underWay.delete(key);
    }
  }
}

async function postOne(deps: WebhookDeps, webhook: DueWebhook): Promise<void> {
  if (webhook.isTest) await postTest(deps, webhook);
  if (!webhook.enabled) return;
  const until = performance.now() + turnMs;
  let at: EventCursor = { first: webhook.xid, id: webhook.id };
  for (let posts = 0; posts < postsInTurn && performance.now() < until; posts += 1) {
    const changes = await wantedChanges(deps.pool, webhook, at);
    if (changes.events.length > 0 && !(await postChanges(deps, webhook, { at, changes }))) return;
    const next = readCursor(changes.next, 'next');
    if (changes.events.length === 0) await passOver(deps.pool, webhook, { at, next });
    if (!changes.isMore) return;
    at = next;
  }
}

function wantedChanges(pool: Pool, { tenantId, kinds }: DueWebhook, after: EventCursor): Promise<Changes> {
  const filter = kinds.length === 0 ? {} : { kinds: [...kinds] };
  return readChanges(pool, tenantId, { after, filter, limit: eventsInPost });
}

/** True once the events were taken and the webhook moved on. */
async function postChanges(
  deps: WebhookDeps,
  webhook: DueWebhook,
  { at, changes }: { readonly at: EventCursor; readonly changes: Changes },
): Promise<boolean> {
  const lease = new Date(deps.now().getTime() + leaseMs);
  if (!(await takeLease(deps, webhook, { at, lease }))) return false;
  const { outcome, durationMs } = await post(deps, webhook, changes);
  const next = readCursor(changes.next, 'next');
  await recordPost(deps, webhook, { outcome, lease, next });
  await keepDelivery(deps, webhook, { outcome, durationMs, events: changes.events.length });
  return outcome.problem === undefined;
}

async function post(
  { box, allowedHosts, now }: WebhookDeps,
  webhook: DueWebhook,
  { events }: Pick<Changes, 'events'>,
): Promise<{ outcome: PostOutcome; durationMs: number }> {
  const startedAt = performance.now();
  const { name, url, tenantId } = webhook;
  const outcome = await Promise.resolve()
    .then(() => box.open(webhook.secret, purposeOf(tenantId, name)))
    .then((secret) => postWebhook({ name, url, secret, events, now: now() }, allowedHosts))
    .catch((error: unknown) => ({ status: null, problem: textOf(error) }));
  return { outcome, durationMs: Math.round(performance.now() - startedAt) };
}

async function postTest(deps: WebhookDeps, webhook: DueWebhook): Promise<void> {
  const { tenantId, name } = webhook;
  const taken = await deps.pool.query(
    'update webhooks set test_asked = false where tenant_id = $1 and name = $2 and test_asked',
    [tenantId, name],
  );
  if (taken.rowCount === 0) return;
  const { outcome, durationMs } = await post(deps, webhook, { events: [] });
  await keepDelivery(deps, webhook, { outcome, durationMs, events: 0 });
}

/** Nobody else posts for it, and nobody has posted these events meanwhile. */
async function takeLease(
  { pool, now }: WebhookDeps,
  { tenantId, name }: DueWebhook,
  { at, lease }: { readonly at: EventCursor; readonly lease: Date },
): Promise<boolean> {
  const taken = await pool.query(
    `update webhooks set lease_until = $5 where tenant_id = $1 and name = $2 and cursor_xid = $3::xid8 and cursor_id = $4
       and enabled and (lease_until is null or lease_until < $6)`,
    [tenantId, name, at.first, at.id, lease, now()],
  );
  return taken.rowCount === 1;
}

/** Moves on over events that are not wanted, so that they are not read again. */
async function passOver(
  pool: Pool,
  { tenantId, name }: DueWebhook,
  { at, next }: { readonly at: EventCursor; readonly next: EventCursor },
): Promise<void> {
  if (next.first === at.first && next.id === at.id) return;
  await pool.query(
    `update webhooks set cursor_xid = $5::xid8, cursor_id = $6
     where tenant_id = $1 and name = $2 and cursor_xid = $3::xid8 and cursor_id = $4`,
    [tenantId, name, at.first, at.id, next.first, next.id],
  );
}
