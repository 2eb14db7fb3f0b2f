import type { Pool, PoolClient } from 'pg';
import type { WakeUps } from '../../queue/wake-ups.ts';
import { inRetriedTransaction } from '../../store/retried-transaction.ts';
import { publish } from '../../store/signal.ts';
import { transcriptOf } from './transcript.ts';

/** What settling needs. */
export interface SettleDeps {
  readonly pool: Pool;
  readonly wake: Pick<WakeUps, 'queue' | 'run'>;
}

interface Settling {
  readonly id: string;
  readonly tenant_id: string;
}

interface InteractionRow {
  readonly state: string;
  readonly agent_id: string | null;
  readonly queue: string | null;
}

/** More come with the next look. */
const maxAtOnce = 200;

/**
 * Carries out what an ended session means to its interaction: the transcript becomes its text, `IsOnline` is 0, and a strategy that
 * looks for an agent goes on at "error" with `chat/closed`. Also for requests that were made just as the session ended.
 */
export async function settleSessions({ pool, wake }: SettleDeps): Promise<number> {
  const { rows } = await pool.query<Settling>(
    `(select id, tenant_id from chat_sessions where state = 'closed' and settled_at is null limit ${maxAtOnce})
     union select s.id, s.tenant_id from routing_requests r join chat_sessions s on s.id = r.interaction_id and s.state = 'closed'
     where r.media = 'chat'`,
  );
  for (const session of rows) {
    const { runIds, queue } = await inRetriedTransaction(pool, (client) => settle(client, session));
    for (const runId of runIds) await wake.run(runId);
    if (queue !== undefined) await wake.queue(session.tenant_id, queue);
  }
  return rows.length;
}

interface Settled {
  readonly runIds: readonly string[];
  /** Where it slept: its strategy looks after it now. */
  readonly queue: string | undefined;
}

async function settle(client: PoolClient, { id, tenant_id: tenantId }: Settling): Promise<Settled> {
  // In the order of workers: run, interaction, session.
  await client.query(
    `select from runs where id = (select run_id from interactions where id = $1) and state in ('running', 'waiting') for update`,
    [id],
  );
  const { rows } = await client.query<InteractionRow>(
    'select state, agent_id, queue from interactions where id = $1 for update',
    [id],
  );
  const [interaction] = rows;
  const offered = await client.query<{ run_id: string }>(
    `with request as (delete from routing_requests where interaction_id = $1 returning run_id, seq),
     answered as (insert into answers (run_id, seq, error, data, at)
       select run_id, seq, $2::jsonb, '{"IsOnline": "0"}', now() from request on conflict do nothing)
     select run_id from request`,
    [id, JSON.stringify({ code: 'chat/closed', message: 'The chat ended before an agent was there.' })],
  );
  await client.query(`update messages set text = $2 where interaction_id = $1`, [id, await transcriptOf(client, id)]);
  await client.query(
    `update interactions set data = data || '{"IsOnline": "0"}', version = version + 1,
       state = case when state = 'inviting' then 'routing' else state end,
       agent_id = case when state = 'inviting' then null else agent_id end, is_held = false
     where id = $1`,
    [id],
  );
  await client.query('update chat_sessions set settled_at = coalesce(settled_at, now()) where id = $1', [id]);
  const agentId = interaction?.state === 'inviting' ? interaction.agent_id : null;
  await publish(client, [
    { kind: 'interaction', tenantId, interactionId: id },
    ...(agentId === null ? [] : [{ kind: 'agent', tenantId, agentId } as const]),
  ]);
  const queue = interaction?.state === 'queued' ? (interaction.queue ?? undefined) : undefined;
  return { runIds: offered.rows.map((row) => row.run_id), queue };
}
