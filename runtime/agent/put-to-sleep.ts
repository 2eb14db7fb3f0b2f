import { eventRow } from '../routing/event-row.ts';
import { leaveRuns, lockRuns } from '../routing/leave-runs.ts';
import { insertRows } from '../store/insert-rows.ts';
import { inRetriedTransaction } from '../store/retried-transaction.ts';
import { publish } from '../store/signal.ts';
import type { AgentDeps } from './agent-deps.ts';
import { loadAgent } from './load-agent.ts';
import { conflict, lockInteraction, stateAfter } from './lock-interaction.ts';
import { markIdle } from './stop-handling.ts';

/**
 * The agent lets a chat sleep: it waits, held, in one of its in-queues or the queue it came from, and `LastAgent` says who had it, so
 * that its strategy may try them first when the customer comes back. Throws `request/conflict` unless they handle it.
 */
export async function putToSleep(
  deps: AgentDeps,
  agentId: string,
  interactionId: string,
  wish: { readonly queue?: string | undefined },
): Promise<void> {
  const now = deps.now();
  await inRetriedTransaction(deps.pool, async (client) => {
    const agent = await loadAgent(client, agentId);
    await lockRuns(client, [interactionId]);
    const interaction = await lockInteraction(client, agent, interactionId);
    const state = stateAfter(interaction, agent, { state: 'handling', event: 'place-in-queue' });
    const queue = wish.queue ?? interaction.taken_from;
    if (queue === null || (queue !== interaction.taken_from && !interaction.in_queues.includes(queue))) {
      throw conflict(interaction, `cannot sleep in "${queue ?? ''}"`);
    }
    await client.query(
      `update interactions set state = $2, queue = $3, agent_id = null, run_id = null, version = version + 1, is_held = true,
         placed_at = $4, data = data || $5::jsonb where id = $1`,
      [interactionId, state, queue, now, JSON.stringify({ LastAgent: agent.userName })],
    );
    await leaveRuns(client, [interaction], now);
    await markIdle(client, agentId, interaction.media, now);
    const party = { kind: 'agent', name: agent.userName } as const;
    const about = { tenantId: agent.tenantId, interactionId, at: now, party };
    await insertRows(
      client,
      'events',
      [
        { ...about, kind: 'PartyRemoved' },
        { ...about, kind: 'PlacedInQueue', facts: { queue } },
        { ...about, kind: 'Held' },
      ].map(eventRow),
    );
    await publish(client, [
      { kind: 'agent', tenantId: agent.tenantId, agentId },
      { kind: 'interaction', tenantId: agent.tenantId, interactionId },
      { kind: 'queues', tenantId: agent.tenantId },
    ]);
  });
}
