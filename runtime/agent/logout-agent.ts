import type { Pool, PoolClient } from 'pg';
import type { RevocationCause } from '#dsl/lifecycle/revocation.ts';
import { eventRow, type Party } from '../routing/event-row.ts';
import { type Requeued, revokeInteractions } from '../routing/revoke-interactions.ts';
import { insertRows } from '../store/insert-rows.ts';
import { inRetriedTransaction } from '../store/retried-transaction.ts';
import { publish } from '../store/signal.ts';
import type { AgentDeps } from './agent-deps.ts';
import { loadAgent } from './load-agent.ts';

/** Why a session ends, and whether it still should: checked once it is locked. */
export interface LogoutCause {
  readonly cause: Extract<RevocationCause, 'logged-out' | 'connection-lost'>;
  /** Condition on the columns of agent_sessions, with the parameters from $2 on; always true unless given. */
  readonly onlyIf?: { readonly sql: string; readonly parameters: readonly unknown[] };
}

/**
 * Ends the agent's session: everything offered to them or handled by them returns to the queue it came from; drafts stay.
 * Answers whether there was a session to end.
 */
export async function logoutAgent(
  deps: AgentDeps,
  agentId: string,
  why: LogoutCause = { cause: 'logged-out' },
): Promise<boolean> {
  const ended = await inRetriedTransaction(deps.pool, (client) => endSession(client, agentId, why, deps.now()));
  for (const { tenantId, queue } of ended ?? []) await deps.wake.queue(tenantId, queue);
  return ended !== undefined;
}

async function endSession(
  client: PoolClient,
  agentId: string,
  why: LogoutCause,
  now: Date,
): Promise<Requeued[] | undefined> {
  const agent = await loadAgent(client, agentId);
  const locked = await client.query(
    `select from agent_sessions where agent_id = $1 and (${why.onlyIf?.sql ?? 'true'}) for update`,
    [agentId, ...(why.onlyIf?.parameters ?? [])],
  );
  if (locked.rowCount === 0) return undefined;
  const party: Party =
    why.cause === 'logged-out' ? { kind: 'agent', name: agent.userName } : { kind: 'system', name: 'router' };
  const requeued = await revokeInteractions(client, {
    agent,
    interactionIds: await idsOf(client, agentId),
    cause: why.cause,
    party,
    now,
  });
  await client.query('delete from agent_sessions where agent_id = $1', [agentId]);
  await insertRows(client, 'events', [
    eventRow({
      tenantId: agent.tenantId,
      at: now,
      kind: 'AgentLogout',
      party,
      facts: { agent: agent.userName, cause: why.cause },
    }),
  ]);
  await publish(client, [{ kind: 'agent', tenantId: agent.tenantId, agentId }]);
  return requeued;
}

async function idsOf(client: Pool | PoolClient, agentId: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select id from interactions where agent_id = $1 and state in ('inviting', 'handling')`,
    [agentId],
  );
  return rows.map((row) => row.id);
}
