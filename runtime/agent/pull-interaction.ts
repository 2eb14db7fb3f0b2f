import type { PoolClient } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import { nextState } from '#dsl/lifecycle/interaction.ts';
import { eventRow } from '../routing/event-row.ts';
import { insertRows } from '../store/insert-rows.ts';
import { inRetriedTransaction } from '../store/retried-transaction.ts';
import { publish } from '../store/signal.ts';
import type { AgentDeps } from './agent-deps.ts';
import { type AgentRow, lockLoggedIn } from './load-agent.ts';
import { conflict, type InteractionRow, lockInteraction } from './lock-interaction.ts';
import { markIdle } from './stop-handling.ts';

/**
 * A logged-in agent takes an interaction out of its queue and handles it, within their capacity. It may go back to that
 * queue. Throws `request/conflict` when it is held, is not in a queue, or the agent has no capacity left.
 */
export async function pullInteraction(deps: AgentDeps, agentId: string, interactionId: string): Promise<void> {
  const now = deps.now();
  await inRetriedTransaction(deps.pool, async (client) => {
    const agent = await lockLoggedIn(client, agentId);
    const interaction = await lockInteraction(client, agent, interactionId);
    if (interaction.state === 'handling' && interaction.agent_id === agentId) return;
    const state = pulledState(interaction);
    await checkCapacity(client, agent, interaction.media);
    await client.query(
      `update interactions set state = $2, version = version + 1, agent_id = $3, queue = null, taken_from = queue,
         delivered_at = coalesce(delivered_at, $4), problem = null,
         in_queues = case when queue = any(in_queues) then in_queues else in_queues || queue end
       where id = $1`,
      [interactionId, state, agentId, now],
    );
    await markIdle(client, agentId, interaction.media, now);
    const party = { kind: 'agent', name: agent.userName } as const;
    const about = { tenantId: agent.tenantId, interactionId, at: now, party };
    await insertRows(
      client,
      'events',
      [
        { ...about, kind: 'TakenFromQueue', facts: { queue: interaction.queue } },
        { ...about, kind: 'PartyAdded' },
      ].map(eventRow),
    );
    await publish(client, [
      { kind: 'agent', tenantId: agent.tenantId, agentId },
      { kind: 'interaction', tenantId: agent.tenantId, interactionId },
      { kind: 'queues', tenantId: agent.tenantId },
    ]);
  });
}

function pulledState(interaction: InteractionRow): string {
  const state = interaction.state === 'queued' ? nextState(interaction.state, 'pull') : undefined;
  if (state === undefined)
    throw conflict(interaction, 'is not in a queue now; only what waits in a queue can be pulled');
  if (interaction.is_held) throw conflict(interaction, 'is held; resume it first');
  return state;
}

async function checkCapacity(client: PoolClient, agent: AgentRow, media: string): Promise<void> {
  const { rows } = await client.query<{ capacity: number; current: number }>(
    `select coalesce((a.capacity ->> $2)::int, 0) as capacity,
       (select count(*)::int from interactions i
        where i.agent_id = a.id and i.state in ('inviting', 'handling') and i.media = $2) as current
     from agents a where a.id = $1`,
    [agent.id, media],
  );
  const { capacity = 0, current = 0 } = rows[0] ?? {};
  if (current < capacity) return;
  throw new CodedError('request/conflict', {
    kind: 'agent',
    name: agent.userName,
    reason: `has ${current} of ${capacity} ${media} interactions already; finish one first`,
  });
}
