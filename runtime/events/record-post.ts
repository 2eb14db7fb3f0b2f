import type { DueWebhook, WebhookDeps } from './due-webhook.ts';
import type { EventCursor } from './event-cursor.ts';
import type { PostOutcome } from './post-webhook.ts';

/** A webhook that took nothing for so long is switched off; the page says since when and why. */
const giveUpAfterMs = 24 * 3600 * 1000;
const longestPauseMs = 15 * 60 * 1000;
const keptDeliveries = 50;

/** How a post went, for the webhook itself: it moves on, or waits longer each time. Nothing unless the lease is still ours. */
export async function recordPost(
  { pool, now, log }: WebhookDeps,
  { tenantId, name }: DueWebhook,
  { outcome, lease, next }: { readonly outcome: PostOutcome; readonly lease: Date; readonly next: EventCursor },
): Promise<void> {
  const about = [tenantId, name, lease];
  if (outcome.problem === undefined) {
    await pool.query(
      `update webhooks set cursor_xid = $4::xid8, cursor_id = $5, lease_until = null, failures = 0, failing_since = null, problem = null
       where tenant_id = $1 and name = $2 and lease_until = $3`,
      [...about, next.first, next.id],
    );
    return;
  }
  const at = now();
  const { rows } = await pool.query<{ enabled: boolean }>(
    `update webhooks set lease_until = null, failures = failures + 1, problem = $4, failing_since = coalesce(failing_since, $5),
       next_at = $5::timestamptz + least(1000 * power(2, least(failures, 20)), $6) * interval '1 millisecond',
       enabled = coalesce(failing_since, $5) > $5::timestamptz - $7 * interval '1 millisecond'
     where tenant_id = $1 and name = $2 and lease_until = $3 returning enabled`,
    [...about, outcome.problem, at, longestPauseMs, giveUpAfterMs],
  );
  if (rows[0]?.enabled === false)
    log.warn({ webhook: name, problem: outcome.problem }, 'a webhook took nothing for a day and is switched off');
}

/** Keeps how a post went for the page that shows the last ones. */
export async function keepDelivery(
  { pool, now }: WebhookDeps,
  { tenantId, name }: DueWebhook,
  {
    outcome,
    durationMs,
    events,
  }: { readonly outcome: PostOutcome; readonly durationMs: number; readonly events: number },
): Promise<void> {
  await pool.query(
    `insert into webhook_deliveries (tenant_id, webhook, at, events, status, problem, duration_ms) values ($1, $2, $3, $4, $5, $6, $7)`,
    [tenantId, name, now(), events, outcome.status, outcome.problem ?? null, durationMs],
  );
  await pool.query(
    `delete from webhook_deliveries where tenant_id = $1 and webhook = $2 and id <=
       (select id from webhook_deliveries where tenant_id = $1 and webhook = $2 order by id desc offset $3 limit 1)`,
    [tenantId, name, keptDeliveries],
  );
}
