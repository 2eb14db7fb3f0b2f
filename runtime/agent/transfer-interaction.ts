import type { PoolClient } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import type { Target } from '#dsl/model/target.ts';
import type { TransferTarget } from '#dsl/protocol/desktop.ts';
import { eventRow } from '../routing/event-row.ts';
import { leaveRuns, lockRuns } from '../routing/leave-runs.ts';
import { insertRows } from '../store/insert-rows.ts';
import { inRetriedTransaction } from '../store/retried-transaction.ts';
import { publish } from '../store/signal.ts';
import type { AgentDeps } from './agent-deps.ts';
import { type AgentRow, loadAgent } from './load-agent.ts';
import { type InteractionRow, lockInteraction, stateAfter } from './lock-interaction.ts';
import { placeFromAgent } from './place-from-agent.ts';
import { markIdle } from './stop-handling.ts';

/** How long an agent may be busy with something else before what was transferred to them goes back. */
const agentDeadlineMs = 60_000;
/** A group has somebody soon, or nobody for long. */
const groupDeadlineMs = 10 * 60_000;

/**
 * The agent gives what they handle to a colleague, to whoever of a group is free, or into one of its in-queues. Colleagues are invited by
 * the router, within their capacity; nobody has it meanwhile. What nobody takes goes back to the queue or workbin it was taken from.
 * Throws `request/conflict` unless they handle it, and when the colleague is not ready for it.
 */
export async function transferInteraction(
  deps: AgentDeps,
  agentId: string,
  interactionId: string,
  transfer: { readonly to: TransferTarget; readonly note?: string | undefined },
): Promise<void> {
  const { to, note } = transfer;
  if ('queue' in to) return placeFromAgent(deps, agentId, interactionId, { queue: to.queue, note });
  const now = deps.now();
  await inRetriedTransaction(deps.pool, async (client) => {
    const agent = await loadAgent(client, agentId);
    await lockRuns(client, [interactionId]);
    const interaction = await lockInteraction(client, agent, interactionId);
    const state = stateAfter(interaction, agent, { state: 'handling', event: 'transfer' });
    const target = await targetOf(client, agent, interaction, to);
    await leaveRuns(client, [interaction], now);
    await client.query(
      'update interactions set state = $2, agent_id = null, run_id = null, version = version + 1 where id = $1',
      [interactionId, state],
    );
    await ask(client, { agent, interaction, target, now });
    await markIdle(client, agentId, interaction.media, now);
    const party = { kind: 'agent', name: agent.userName } as const;
    const about = { tenantId: agent.tenantId, interactionId, at: now, party };
    await insertRows(
      client,
      'events',
      [
        { ...about, kind: 'Transferred', facts: { to, ...(note === undefined ? {} : { note }) } },
        { ...about, kind: 'PartyRemoved' },
      ].map(eventRow),
    );
    await publish(client, [
      { kind: 'agent', tenantId: agent.tenantId, agentId },
      { kind: 'interaction', tenantId: agent.tenantId, interactionId },
      { kind: 'routing', tenantId: agent.tenantId },
    ]);
  });
}

/** The request that the router answers, and that the giver is not asked by. */
async function ask(
  client: PoolClient,
  request: {
    readonly agent: AgentRow;
    readonly interaction: InteractionRow;
    readonly target: Target;
    readonly now: Date;
  },
): Promise<void> {
  const { agent, interaction, target, now } = request;
  const deadlineAt = new Date(now.getTime() + ('agent' in target ? agentDeadlineMs : groupDeadlineMs));
  await client.query(
    `insert into routing_requests (interaction_id, tenant_id, media, targets, priority, created_at, deadline_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      interaction.id,
      agent.tenantId,
      interaction.media,
      JSON.stringify([target]),
      interaction.priority,
      now,
      deadlineAt,
    ],
  );
  await client.query(
    `insert into declines (interaction_id, agent_id, until) values ($1, $2, $3)
     on conflict (interaction_id, agent_id) do update set until = excluded.until`,
    [interaction.id, agent.id, deadlineAt],
  );
}

/** Whom the router may invite; a colleague who cannot take it is refused at once. */
async function targetOf(
  client: PoolClient,
  agent: AgentRow,
  { media }: InteractionRow,
  to: Exclude<TransferTarget, { queue: string }>,
): Promise<Target> {
  if ('agentGroup' in to) {
    const group = await client.query('select from agent_groups where tenant_id = $1 and name = $2', [
      agent.tenantId,
      to.agentGroup,
    ]);
    if (group.rowCount === 0) throw new CodedError('request/not-found', { kind: 'agent group', name: to.agentGroup });
    return to;
  }
  const { rows } = await client.query<{ id: string; ready: boolean }>(
    `select a.id, coalesce(m.ready and not s.do_not_disturb, false) as ready from agents a
     left join agent_sessions s on s.agent_id = a.id left join agent_media m on m.agent_id = a.id and m.media = $3
     where a.tenant_id = $1 and a.user_name = $2 and a.enabled`,
    [agent.tenantId, to.agent, media],
  );
  const [colleague] = rows;
  if (colleague === undefined) throw new CodedError('request/not-found', { kind: 'agent', name: to.agent });
  if (colleague.id === agent.id)
    throw new CodedError('request/invalid', { field: 'to.agent', expected: 'a colleague' });
  if (colleague.ready) return to;
  throw new CodedError('request/conflict', {
    kind: 'agent',
    name: to.agent,
    reason: `is not ready for ${media}; put it into their workbin or transfer it to a group`,
  });
}
