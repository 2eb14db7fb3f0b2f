import { eventRow } from '../routing/event-row.ts';
import { insertRows } from '../store/insert-rows.ts';
import { inRetriedTransaction } from '../store/retried-transaction.ts';
import { publish } from '../store/signal.ts';
import type { AgentDeps } from './agent-deps.ts';
import { lockLoggedIn } from './load-agent.ts';

/** While on, nothing is offered to the agent; what they have stays theirs, also what is offered now. */
export async function setDoNotDisturb(deps: AgentDeps, agentId: string, on: boolean): Promise<void> {
  await inRetriedTransaction(deps.pool, async (client) => {
    const agent = await lockLoggedIn(client, agentId);
    const changed = await client.query(
      'update agent_sessions set do_not_disturb = $2 where agent_id = $1 and do_not_disturb <> $2',
      [agentId, on],
    );
    if (changed.rowCount === 0) return;
    await insertRows(client, 'events', [
      eventRow({
        tenantId: agent.tenantId,
        at: deps.now(),
        kind: on ? 'DoNotDisturbOn' : 'DoNotDisturbOff',
        party: { kind: 'agent', name: agent.userName },
        facts: { agent: agent.userName },
      }),
    ]);
    await publish(client, [{ kind: 'agent', tenantId: agent.tenantId, agentId }]);
  });
}
