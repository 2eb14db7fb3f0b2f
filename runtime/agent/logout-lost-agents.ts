import type { AgentDeps } from './agent-deps.ts';
import { logoutAgent } from './logout-agent.ts';

/** A page that is loaded again, or a log-in whose page has yet to connect, takes less. */
const graceSeconds = 10;
/** A gateway speaks for its connections every 15 s; after three times that it is gone. */
const silenceSeconds = 45;

/** Condition on agent_sessions; the parameter holds the tenants. */
function isLost(parameter: '$1' | '$2'): string {
  return `tenant_id = any(${parameter}) and last_seen_at < now() - make_interval(secs => ${graceSeconds})
    and not exists (select from desktop_connections c where c.agent_id = agent_sessions.agent_id
      and c.last_seen_at > now() - make_interval(secs => ${silenceSeconds}))`;
}

/** Logs out agents whose last desktop closed, or whose gateway died: what they had returns to its queues. Answers how many. */
export async function logoutLostAgents(deps: AgentDeps, tenantIds: readonly string[]): Promise<number> {
  const { rows } = await deps.pool.query<{ agent_id: string }>(
    `select agent_id from agent_sessions where ${isLost('$1')} order by last_seen_at limit 200`,
    [tenantIds],
  );
  let count = 0;
  for (const { agent_id } of rows) {
    // Looked at again under the lock: the page may be back.
    const onlyIf = { sql: isLost('$2'), parameters: [tenantIds] };
    if (await logoutAgent(deps, agent_id, { cause: 'connection-lost', onlyIf })) count += 1;
  }
  await deps.pool.query(`delete from desktop_connections where last_seen_at < now() - interval '1 hour'`);
  return count;
}
