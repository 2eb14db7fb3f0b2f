import type { Pool, PoolClient } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import { type InteractionEvent, type InteractionState, nextState } from '#dsl/lifecycle/interaction.ts';
import type { WakeUps } from '../queue/wake-ups.ts';
import { insertRows } from '../store/insert-rows.ts';
import { inRetriedTransaction } from '../store/retried-transaction.ts';
import { publish } from '../store/signal.ts';
import type { ActiveProcesses } from './active-processes.ts';

/** Who acts from outside the workflow, and with what. */
export interface SuperviseDeps {
  readonly pool: Pool;
  readonly wake: Pick<WakeUps, 'queue'>;
  /** Which queues and workbins there are. */
  readonly active: Pick<ActiveProcesses, 'hasQueue' | 'workbin'>;
  readonly tenantId: string;
  /** User name of the supervisor or administrator, for the event log. */
  readonly actor: string;
}

/** An interaction that waits, locked until the transaction ends. */
export interface WaitingRow {
  readonly media: string;
  readonly priority: number;
  readonly state: InteractionState;
  readonly is_held: boolean;
  readonly queue: string | null;
  readonly taken_from: string | null;
  readonly workbin_owner: string | null;
  readonly scheduled_at: Date | null;
  readonly problem: { readonly queue?: string } | null;
}

/** Moves an interaction that waits in a queue or workbin to another queue. Throws `request/conflict` while a strategy or an agent has it, and `request/not-found` for a queue that no active process has. */
export async function moveInteraction(deps: SuperviseDeps, id: string, queue: string): Promise<void> {
  await supervise(deps, id, 'place-in-queue', async (client) => {
    await placeIn(client, deps, id, queue);
    return queue;
  });
}

/** Sends an interaction of the error queue back to the queue its failed strategy had taken it from. Throws `request/conflict` when it did not fail, and `request/not-found` when no active process has that queue any more. */
export async function retryInteraction(deps: SuperviseDeps, id: string): Promise<void> {
  await supervise(deps, id, 'place-in-queue', async (client, row) => {
    const queue = row.problem?.queue ?? row.taken_from;
    if (row.problem === null || queue === null) {
      throw new CodedError('request/conflict', {
        kind: 'interaction',
        name: id,
        reason: 'has not failed, so there is nothing to retry',
      });
    }
    await placeIn(client, deps, id, queue);
    return queue;
  });
}

/** Ends the processing of an interaction that waits in a queue or workbin. Stopping twice is once. */
export async function stopInteraction(deps: SuperviseDeps, id: string, reason: string): Promise<void> {
  await supervise(deps, id, 'stop', async (client) => {
    await client.query(
      `update interactions set state = 'stopped', queue = null, workbin_owner = null, stopped_at = now(), stop_reason = $2, problem = null, version = version + 1 where id = $1`,
      [id, reason],
    );
    await logAct(client, deps, id, { kind: 'ProcessingStopped', facts: { reason } });
    return undefined;
  });
}

/** Gives an interaction that waits another priority: views, strategies and agents see it at once. */
export async function prioritizeInteraction(deps: SuperviseDeps, id: string, priority: number): Promise<void> {
  await supervise(deps, id, 'change', async (client, row) => {
    await client.query('update interactions set priority = $2, version = version + 1 where id = $1', [id, priority]);
    await logAct(client, deps, id, { kind: 'PropertiesChanged', facts: { set: ['Priority'], priority } });
    return row.queue ?? undefined;
  });
}

/** Holds an interaction that waits: it stays where it is, and views skip it until it is resumed. Holding twice is once. */
export async function holdInteraction(deps: SuperviseDeps, id: string): Promise<void> {
  await supervise(deps, id, 'change', async (client, row) => {
    await setHeld(client, deps, id, { is: row.is_held, wanted: true });
    return undefined;
  });
}

/** Lets an interaction that is held go on. Resuming twice is once. */
export async function resumeInteraction(deps: SuperviseDeps, id: string): Promise<void> {
  await supervise(deps, id, 'change', async (client, row) => {
    await setHeld(client, deps, id, { is: row.is_held, wanted: false });
    return row.queue ?? undefined;
  });
}

async function setHeld(
  client: PoolClient,
  deps: SuperviseDeps,
  id: string,
  held: { readonly is: boolean; readonly wanted: boolean },
): Promise<void> {
  if (held.is === held.wanted) return;
  await client.query('update interactions set is_held = $2, version = version + 1 where id = $1', [id, held.wanted]);
  await logAct(client, deps, id, { kind: held.wanted ? 'Held' : 'Resumed', facts: {} });
}

/** States in which somebody outside may act: not while a strategy, the router or an agent has it (DOMAIN 4.4). */
const waitingStates: readonly InteractionState[] = ['queued', 'workbin'];

/**
 * Does something to an interaction that waits, in one transaction, and tells whoever looks at it. `act` answers the queue or workbin whose
 * strategies are woken. Throws `request/conflict` while a strategy or an agent has it.
 */
export async function supervise(
  deps: SuperviseDeps,
  id: string,
  event: InteractionEvent | 'change',
  act: (client: PoolClient, row: WaitingRow) => Promise<string | undefined>,
): Promise<void> {
  const { pool, tenantId, wake } = deps;
  const queue = await inRetriedTransaction(pool, async (client) => {
    const { rows } = await client.query<WaitingRow>(
      'select media, priority, state, is_held, queue, taken_from, workbin_owner, scheduled_at, problem from interactions where id = $1 and tenant_id = $2 for update',
      [id, tenantId],
    );
    const [row] = rows;
    if (row === undefined) throw new CodedError('request/not-found', { kind: 'interaction', name: id });
    if (event === 'stop' && row.state === 'stopped') return undefined;
    if (!waitingStates.includes(row.state) || (event !== 'change' && nextState(row.state, event) === undefined)) {
      throw new CodedError('request/conflict', {
        kind: 'interaction',
        name: id,
        reason: `is ${row.state}; this is possible while it waits in a queue or workbin`,
      });
    }
    const placed = await act(client, row);
    await publish(client, [
      { kind: 'interaction', tenantId, interactionId: id },
      { kind: 'queues', tenantId },
      ...(row.scheduled_at === null ? [] : [{ kind: 'scheduled', tenantId } as const]),
      ...(row.workbin_owner === null ? [] : [{ kind: 'workbin', tenantId, owner: row.workbin_owner } as const]),
    ]);
    return placed;
  });
  if (queue !== undefined) await wake.queue(tenantId, queue);
}

async function placeIn(client: PoolClient, deps: SuperviseDeps, id: string, queue: string): Promise<void> {
  // In any other nobody would ever look.
  if (!deps.active.hasQueue(deps.tenantId, queue))
    throw new CodedError('request/not-found', { kind: 'active queue', name: queue });
  await client.query(
    `update interactions set state = 'queued', workbin_owner = null, agent_id = null, moved_at = case when queue is distinct from $2 then now() else moved_at end, queue = $2,
       placed_at = now(), problem = null, version = version + 1 where id = $1`,
    [id, queue],
  );
  await logAct(client, deps, id, { kind: 'PlacedInQueue', facts: { queue } });
}

/** Writes into the event log what the supervisor did. */
export async function logAct(
  client: PoolClient,
  deps: SuperviseDeps,
  id: string,
  event: { kind: string; facts: Record<string, unknown> },
): Promise<void> {
  const party = { kind: 'supervisor', name: deps.actor };
  await insertRows(client, 'events', [
    { tenant_id: deps.tenantId, interaction_id: id, at: new Date(), party, ...event },
  ]);
}
