import { inRetriedTransaction } from '../store/retried-transaction.ts';
import { publish } from '../store/signal.ts';
import type { AgentDeps } from './agent-deps.ts';
import { loadAgent } from './load-agent.ts';
import { lockInteraction, stateAfter } from './lock-interaction.ts';
import { stopHandling } from './stop-handling.ts';

/** The agent is done without an answer: processing stops. Done twice is done once. Throws `request/conflict` unless they handle it. */
export async function finishHandling(
  deps: AgentDeps,
  agentId: string,
  interactionId: string,
  disposition?: string,
): Promise<void> {
  const now = deps.now();
  await inRetriedTransaction(deps.pool, async (client) => {
    const agent = await loadAgent(client, agentId);
    const interaction = await lockInteraction(client, agent, interactionId);
    if (interaction.state === 'stopped' && interaction.agent_id === agentId) return;
    const state = stateAfter(interaction, agent, { state: 'handling', event: 'stop' });
    const given = disposition === '' ? undefined : disposition;
    await stopHandling(client, agent, interaction, { state, reason: 'Done', disposition: given, now });
    await publish(client, [
      { kind: 'agent', tenantId: agent.tenantId, agentId },
      { kind: 'interaction', tenantId: agent.tenantId, interactionId },
    ]);
  });
}
