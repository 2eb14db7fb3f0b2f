import { CodedError } from '#dsl/errors/coded-error.ts';
import type { DesktopRules } from '#dsl/protocol/desktop-rules.ts';
import { inRetriedTransaction } from '../store/retried-transaction.ts';
import { publish } from '../store/signal.ts';
import { readDesktopRules } from '../tenant/desktop-rules.ts';
import type { AgentDeps } from './agent-deps.ts';
import { loadAgent } from './load-agent.ts';
import { lockInteraction, stateAfter } from './lock-interaction.ts';
import { stopHandling } from './stop-handling.ts';

/** The agent is done without an answer: processing stops. Done twice is done once. Throws `request/conflict` unless they handle it, `request/invalid` without a disposition where the tenant asks for one. */
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
    checkDisposition(given, await readDesktopRules(client, agent.tenantId));
    await stopHandling(client, agent, interaction, { state, reason: 'Done', disposition: given, now });
    await publish(client, [
      { kind: 'agent', tenantId: agent.tenantId, agentId },
      { kind: 'interaction', tenantId: agent.tenantId, interactionId },
    ]);
  });
}

/** Where a disposition is asked for it must be one of the tenant's; elsewhere a program may give codes of its own. */
function checkDisposition(given: string | undefined, { requiresDisposition, dispositions }: DesktopRules): void {
  if (!requiresDisposition || (given !== undefined && dispositions.includes(given))) return;
  throw new CodedError('request/invalid', { field: 'disposition', expected: `one of ${dispositions.join(', ')}` });
}
