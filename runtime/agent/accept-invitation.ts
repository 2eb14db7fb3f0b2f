import type { PoolClient } from 'pg';
import { eventRow } from '../routing/event-row.ts';
import { insertRows } from '../store/insert-rows.ts';
import { inRetriedTransaction } from '../store/retried-transaction.ts';
import { publish } from '../store/signal.ts';
import type { AgentDeps } from './agent-deps.ts';
import { type AgentRow, loadAgent } from './load-agent.ts';
import { lockInteraction, stateAfter } from './lock-interaction.ts';

/**
 * The agent takes what is offered: from now on they handle it, and the strategy that routed it hears whom it got. Accepting
 * twice is once. Throws `request/conflict` when it is not offered to them (any more).
 */
export async function acceptInvitation(deps: AgentDeps, agentId: string, interactionId: string): Promise<void> {
  const now = deps.now();
  const runId = await inRetriedTransaction(deps.pool, async (client) => {
    const agent = await loadAgent(client, agentId);
    const interaction = await lockInteraction(client, agent, interactionId);
    if (interaction.state === 'handling' && interaction.agent_id === agentId) return undefined;
    const state = stateAfter(interaction, agent, { state: 'inviting', event: 'accept' });
    await client.query(
      'update interactions set state = $2, version = version + 1, delivered_at = coalesce(delivered_at, $3) where id = $1',
      [interactionId, state, now],
    );
    const answered = await answerRun(client, agent, interactionId, now);
    const about = { tenantId: agent.tenantId, interactionId, at: now };
    const party = { kind: 'agent', name: agent.userName } as const;
    await insertRows(
      client,
      'events',
      [
        { ...about, kind: 'PartyAdded', party },
        ...(answered === undefined
          ? []
          : [
              {
                ...about,
                kind: 'PartyRemoved',
                party: { kind: 'strategy', name: answered.strategy ?? '', runId: answered.run_id } as const,
              },
            ]),
      ].map(eventRow),
    );
    await publish(client, [
      { kind: 'agent', tenantId: agent.tenantId, agentId },
      { kind: 'interaction', tenantId: agent.tenantId, interactionId },
    ]);
    return answered?.run_id;
  });
  if (runId !== undefined) await deps.wake.run(runId);
}

/** The request is answered: whom the interaction got. */
async function answerRun(
  client: PoolClient,
  agent: AgentRow,
  interactionId: string,
  now: Date,
): Promise<{ run_id: string; strategy: string | null } | undefined> {
  const { rows } = await client.query<{ run_id: string | null; strategy: string | null }>(
    `with request as (delete from routing_requests where interaction_id = $1 returning run_id, seq),
     answered as (
       insert into answers (run_id, seq, result, at) select run_id, seq, $2::jsonb, $3 from request where run_id is not null
       on conflict do nothing
     )
     select request.run_id, r.strategy from request left join runs r on r.id = request.run_id`,
    [interactionId, JSON.stringify({ agent: agent.userName }), now],
  );
  const [row] = rows;
  // What another agent transferred has no run that waits for the answer.
  return row === undefined || row.run_id === null ? undefined : { run_id: row.run_id, strategy: row.strategy };
}
