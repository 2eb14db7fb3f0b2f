import { CodedError } from '#dsl/errors/coded-error.ts';
import { nextMediaState } from '#dsl/lifecycle/agent-media.ts';
import { eventRow } from '../routing/event-row.ts';
import { insertRows } from '../store/insert-rows.ts';
import { inRetriedTransaction } from '../store/retried-transaction.ts';
import { publish } from '../store/signal.ts';
import type { AgentDeps } from './agent-deps.ts';
import { lockLoggedIn } from './load-agent.ts';

/** What an agent says about a media type. */
export interface Readiness {
  readonly media: string;
  readonly ready: boolean;
  /** Why not ready; ignored when ready. */
  readonly reason?: string | undefined;
}

/** Makes the agent ready or not ready for a media type. Saying the same again changes nothing. Throws `request/conflict` when not logged in for it. */
export async function setReady(deps: AgentDeps, agentId: string, readiness: Readiness): Promise<void> {
  const now = deps.now();
  const { media, ready } = readiness;
  const reason = ready ? null : (readiness.reason ?? null);
  await inRetriedTransaction(deps.pool, async (client) => {
    const agent = await lockLoggedIn(client, agentId);
    const { rows } = await client.query<{ ready: boolean; reason: string | null }>(
      'select ready, reason from agent_media where agent_id = $1 and media = $2',
      [agentId, media],
    );
    const before = rows[0];
    const state = before === undefined ? 'logged-out' : before.ready ? 'ready' : 'not-ready';
    if (nextMediaState(state, ready ? 'ready' : 'not-ready') === undefined) {
      throw new CodedError('request/conflict', {
        kind: 'agent',
        name: agent.userName,
        reason: `is not logged in for ${media}; log in with it first`,
      });
    }
    if (before?.ready === ready && before.reason === reason) return;
    await client.query(
      `update agent_media set reason = $4, ready = $3,
         since = case when ready = $3 then since else $5 end, idle_since = case when ready = $3 then idle_since else $5 end
       where agent_id = $1 and media = $2`,
      [agentId, media, ready, reason, now],
    );
    const kind = before?.ready === ready ? 'MediaStateReasonChanged' : ready ? 'ReadyForMedia' : 'NotReadyForMedia';
    await insertRows(client, 'events', [
      eventRow({
        tenantId: agent.tenantId,
        at: now,
        kind,
        party: { kind: 'agent', name: agent.userName },
        facts: { agent: agent.userName, media, ...(reason === null ? {} : { reason }) },
      }),
    ]);
    await publish(client, [{ kind: 'agent', tenantId: agent.tenantId, agentId }]);
  });
}
