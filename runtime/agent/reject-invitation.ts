import { lockRuns } from '../routing/leave-runs.ts';
import { revokeInteractions } from '../routing/revoke-interactions.ts';
import { inRetriedTransaction } from '../store/retried-transaction.ts';
import type { AgentDeps } from './agent-deps.ts';
import { loadAgent } from './load-agent.ts';
import { lockInteraction, stateAfter } from './lock-interaction.ts';

/** The agent refuses what is offered: it returns to its queue, and they are not asked again at once. Throws `request/conflict` when it is not offered to them. */
export async function rejectInvitation(
  deps: AgentDeps,
  agentId: string,
  interactionId: string,
  reason?: string,
): Promise<void> {
  const requeued = await inRetriedTransaction(deps.pool, async (client) => {
    const agent = await loadAgent(client, agentId);
    await lockRuns(client, [interactionId]);
    const interaction = await lockInteraction(client, agent, interactionId);
    stateAfter(interaction, agent, { state: 'inviting', event: 'revoke' });
    return revokeInteractions(client, {
      agent,
      interactionIds: [interactionId],
      cause: 'rejected',
      reason: reason === '' ? undefined : reason,
      party: { kind: 'agent', name: agent.userName },
      now: deps.now(),
    });
  });
  for (const { tenantId, queue } of requeued) await deps.wake.queue(tenantId, queue);
}
