import type { Pool } from 'pg';
import { type Draft, draftSchema } from '#dsl/protocol/desktop.ts';
import { inTransaction } from '../store/transaction.ts';
import type { AgentDeps } from './agent-deps.ts';
import { loadAgent } from './load-agent.ts';
import { lockInteraction, stateAfter } from './lock-interaction.ts';

/** Keeps the reply the agent is writing; it outlives log-out and revocation. Throws `request/conflict` unless they handle the interaction. */
export async function saveDraft(deps: AgentDeps, agentId: string, interactionId: string, draft: Draft): Promise<void> {
  await inTransaction(deps.pool, async (client) => {
    const agent = await loadAgent(client, agentId);
    const interaction = await lockInteraction(client, agent, interactionId);
    stateAfter(interaction, agent, { state: 'handling', event: 'stop' });
    await client.query(
      `insert into drafts (interaction_id, agent_id, draft, updated_at) values ($1, $2, $3, $4)
       on conflict (interaction_id, agent_id) do update set draft = excluded.draft, updated_at = excluded.updated_at`,
      [interactionId, agentId, JSON.stringify(draft), deps.now()],
    );
  });
}

/** The reply the agent has been writing, or null. Nobody else's is ever shown. */
export async function readDraft(pool: Pool, agentId: string, interactionId: string): Promise<Draft | null> {
  const { rows } = await pool.query<{ draft: unknown }>(
    'select draft from drafts where interaction_id = $1 and agent_id = $2',
    [interactionId, agentId],
  );
  return rows[0] === undefined ? null : draftSchema.parse(rows[0].draft);
}

/** What stands below the agent's mails; empty for none. */
export async function readSignature(pool: Pool, agentId: string): Promise<string> {
  const { rows } = await pool.query<{ signature: string }>('select signature from agents where id = $1', [agentId]);
  return rows[0]?.signature ?? '';
}
