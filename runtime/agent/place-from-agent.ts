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
 * The agent puts what they handle into one of the queues that Route Interaction offered them for it (its in-queues); drafts
 * stay. Throws `request/conflict` for any other queue, and unless they handle it.
 */
export async function placeFromAgent(
  deps: AgentDeps,
  agentId: string,
  interactionId: string,
  { queue, note }: { readonly queue: string; readonly note?: string | undefined },
): Promise<void> {
  const now = deps.now();
  const tenantId = await inRetriedTransaction(deps.pool, async (client) => {
    const agent = await loadAgent(client, agentId);
    await lockRuns(client, [interactionId]);
    const interaction = await lockInteraction(client, agent, interactionId);
    const state = stateAfter(interaction, agent, { state: 'handling', event: 'place-in-queue' });
    if (!interaction.in_queues.includes(queue)) {
      throw conflict(interaction, `cannot be placed in "${queue}"; ${allowed(interaction.in_queues)}`);
    }
    await client.query(
      `update interactions set state = $2, queue = $3, workbin_owner = null, agent_id = null, run_id = null, version = version + 1,
         placed_at = $4, moved_at = case when taken_from = $3 then moved_at else $4 end
       where id = $1`,
      [interactionId, state, queue, now],
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
        { ...about, kind: 'PlacedInQueue', facts: { queue, ...(note === undefined ? {} : { note }) } },
      ].map(eventRow),
    );
    await publish(client, [
      { kind: 'agent', tenantId: agent.tenantId, agentId },
      { kind: 'interaction', tenantId: agent.tenantId, interactionId },
      { kind: 'queues', tenantId: agent.tenantId },
    ]);
    return agent.tenantId;
  });
  await deps.wake.queue(tenantId, queue);
}

function allowed(queues: readonly string[]): string {
  return queues.length === 0 ? 'its strategy allows no queue' : `its strategy allows ${queues.join(', ')}`;
}
