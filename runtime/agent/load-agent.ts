import type { Pool, PoolClient } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';

/** An agent as operations need them. */
export interface AgentRow {
  readonly id: string;
  readonly tenantId: string;
  readonly userName: string;
  /** First and last name, or the user name where there is none. */
  readonly name: string;
  readonly email: string;
  readonly enabled: boolean;
  readonly isLoggedIn: boolean;
}

/** The agent; throws `request/not-found`. */
export async function loadAgent(client: Pool | PoolClient, agentId: string): Promise<AgentRow> {
  const { rows } = await client.query<AgentRow>(
    `select a.id, a.tenant_id as "tenantId", a.user_name as "userName", a.email, a.enabled,
       coalesce(nullif(trim(a.first_name || ' ' || a.last_name), ''), a.user_name) as name,
       exists (select from agent_sessions s where s.agent_id = a.id) as "isLoggedIn"
     from agents a where a.id = $1`,
    [agentId],
  );
  const agent = rows[0];
  if (agent === undefined) throw new CodedError('request/not-found', { kind: 'agent', name: agentId });
  return agent;
}

/**
 * The agent, with the session locked: until the transaction ends nothing is offered to them and nobody else counts their
 * interactions. Throws `request/conflict` when they are not logged in.
 */
export async function lockLoggedIn(client: PoolClient, agentId: string): Promise<AgentRow> {
  const agent = await loadAgent(client, agentId);
  const locked = await client.query('select from agent_sessions where agent_id = $1 for update', [agentId]);
  if (locked.rowCount === 0) {
    throw new CodedError('request/conflict', {
      kind: 'agent',
      name: agent.userName,
      reason: 'is not logged in; log in at the desktop first',
    });
  }
  return agent;
}
