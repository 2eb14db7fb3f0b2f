import type { Pool, PoolClient } from 'pg';
import type { z } from 'zod';
import { CodedError } from '#dsl/errors/coded-error.ts';
import { type InteractionState, nextState } from '#dsl/lifecycle/interaction.ts';
import type { changeOpenSchema, openInteractionSchema } from '#dsl/protocol/open-media.ts';
import { storableLine } from '../media/email/storable-text.ts';
import { leaveRuns, lockRuns } from '../routing/leave-runs.ts';
import { insertRows } from '../store/insert-rows.ts';
import { inRetriedTransaction } from '../store/retried-transaction.ts';
import { publish } from '../store/signal.ts';

/** Whose interactions: those of one medium, called by the ids that its program gave them. */
export interface Outside {
  readonly tenantId: string;
  readonly media: string;
}

interface OutsideRow {
  readonly id: string;
  readonly state: InteractionState;
  readonly queue: string | null;
  readonly endpoint: string | null;
  readonly agent_id: string | null;
  readonly user_name: string | null;
  readonly run_id: string | null;
  readonly priority: number;
  readonly subject: string;
  readonly stop_reason: string | null;
  readonly from_address: string | null;
  readonly from_name: string | null;
  readonly data: z.output<typeof openInteractionSchema>['data'];
}

/** The newest interaction of this external id. Throws `request/not-found`. */
export async function findOutside(
  client: Pool | PoolClient,
  { tenantId, media }: Outside,
  externalId: string,
): Promise<OutsideRow> {
  const { rows } = await client.query<OutsideRow>(
    `select i.id, i.state, i.queue, i.endpoint, i.agent_id, i.run_id, i.priority, i.subject, i.stop_reason, i.from_address, i.from_name,
       i.data, (select a.user_name from agents a where a.id = i.agent_id) as user_name
     from interactions i where i.tenant_id = $1 and i.media = $2 and i.external_id = $3 and i.media <> 'email' order by i.seq desc limit 1`,
    [tenantId, media, externalId],
  );
  const [row] = rows;
  if (row === undefined) throw new CodedError('request/not-found', { kind: `${media} interaction`, name: externalId });
  return row;
}

/** Where an interaction is, for its program. Throws `request/not-found`. */
export async function readOutside(
  pool: Pool,
  of: Outside,
  externalId: string,
): Promise<z.output<typeof openInteractionSchema>> {
  const {
    id,
    state,
    queue,
    user_name: agent,
    priority,
    subject,
    stop_reason,
    data,
  } = await findOutside(pool, of, externalId);
  return { interactionId: id, externalId, state, queue, agent, priority, subject, reason: stop_reason, data };
}

/**
 * Changes attached data, priority and subject wherever the interaction is. A strategy that has it sees the change from its next
 * submission on, and writes only what it changes itself. Throws `request/not-found`, and `request/conflict` once it is stopped.
 */
export async function changeOutside(
  pool: Pool,
  of: Outside,
  { externalId, change }: { readonly externalId: string; readonly change: z.output<typeof changeOpenSchema> },
): Promise<void> {
  const { id } = await findOutside(pool, of, externalId);
  const { set, remove, priority, subject } = change;
  await inRetriedTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      `update interactions set data = (data - $2::text[]) || $3::jsonb, priority = coalesce($4, priority), subject = coalesce($5, subject),
         version = version + 1 where id = $1 and state <> 'stopped'`,
      [id, remove, JSON.stringify(set), priority ?? null, subject === undefined ? null : storableLine(subject, 512)],
    );
    if (rowCount === 0) throw conflict(externalId, 'is stopped');
    await note(client, of, { id, kind: 'PropertiesChanged', facts: { set: Object.keys(set), deleted: remove } });
    await publish(client, [{ kind: 'interaction', tenantId: of.tenantId, interactionId: id }]);
  });
}

/**
 * Its program ends an interaction: in a queue, a workbin, a strategy, or while it is offered to somebody. Stopping twice is once. Throws
 * `request/not-found`, and `request/conflict` while an agent handles it, whose it is then.
 */
export async function stopOutside(
  pool: Pool,
  of: Outside,
  { externalId, reason }: { readonly externalId: string; readonly reason: string },
): Promise<void> {
  const { id } = await findOutside(pool, of, externalId);
  await inRetriedTransaction(pool, async (client) => {
    // in the order of workers: runs first
    await lockRuns(client, [id]);
    const { rows } = await client.query<Pick<OutsideRow, 'id' | 'state' | 'agent_id' | 'run_id'>>(
      'select id, state, agent_id, run_id from interactions where id = $1 for update',
      [id],
    );
    const [row] = rows;
    if (row === undefined || row.state === 'stopped') return;
    if (row.state === 'handling' || nextState(row.state, 'stop') === undefined)
      throw conflict(externalId, 'is being handled by an agent; change its attached data to tell them');
    await leaveRuns(client, [row], new Date());
    await client.query(
      `update interactions set state = 'stopped', queue = null, workbin_owner = null, agent_id = null, run_id = null, stopped_at = now(),
         stop_reason = $2, problem = null, version = version + 1 where id = $1`,
      [id, reason],
    );
    await note(client, of, { id, kind: 'ProcessingStopped', facts: { reason } });
    const { tenantId } = of;
    await publish(client, [
      { kind: 'interaction', tenantId, interactionId: id },
      { kind: 'queues', tenantId },
      ...(row.agent_id === null ? [] : [{ kind: 'agent', tenantId, agentId: row.agent_id } as const]),
    ]);
  });
}

async function note(
  client: PoolClient,
  { tenantId, media }: Outside,
  event: { readonly id: string; readonly kind: string; readonly facts: Record<string, unknown> },
): Promise<void> {
  const { id, kind, facts } = event;
  const party = { kind: 'media', name: media };
  await insertRows(client, 'events', [{ tenant_id: tenantId, interaction_id: id, at: new Date(), kind, party, facts }]);
}

function conflict(externalId: string, reason: string): CodedError<'request/conflict'> {
  return new CodedError('request/conflict', { kind: 'interaction', name: externalId, reason });
}
