import type { PoolClient } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import { nextState } from '#dsl/lifecycle/interaction.ts';
import { eventRow } from '../routing/event-row.ts';
import { ownersOfAgent } from '../interaction/workbin-owner.ts';
import { insertRows } from '../store/insert-rows.ts';
import { inRetriedTransaction } from '../store/retried-transaction.ts';
import { publish } from '../store/signal.ts';
import type { AgentDeps } from './agent-deps.ts';
import { type AgentRow, lockLoggedIn } from './load-agent.ts';
import { conflict, type InteractionRow, lockInteraction } from './lock-interaction.ts';
import { markIdle } from './stop-handling.ts';

/** Where an agent pulls from. */
export type PullFrom = 'queue' | 'workbin';

/**
 * A logged-in agent takes an interaction out of its queue, or out of a workbin of their own or of one of their groups, in any
 * order, and handles it within their capacity. It may go back to that queue. Throws `request/conflict` when it is held, is not
 * there, or the agent has no capacity left, and `request/forbidden` for a workbin of others.
 */
export async function pullInteraction(
  deps: AgentDeps,
  agentId: string,
  interactionId: string,
  from: PullFrom,
): Promise<void> {
  const now = deps.now();
  await inRetriedTransaction(deps.pool, async (client) => {
    const agent = await lockLoggedIn(client, agentId);
    const interaction = await lockInteraction(client, agent, interactionId);
    if (interaction.state === 'handling' && interaction.agent_id === agentId) return;
    const state = pulledState(interaction, from);
    if (from === 'workbin') await checkOwner(client, agent, interaction);
    await checkCapacity(client, agent, interaction.media);
    await client.query(
      `update interactions set state = $2, version = version + 1, agent_id = $3, queue = null, taken_from = queue,
         delivered_at = coalesce(delivered_at, $4), problem = null,
         in_queues = case when workbin_owner is not null or queue = any(in_queues) then in_queues else in_queues || queue end
       where id = $1`,
      [interactionId, state, agentId, now],
    );
    await markIdle(client, agentId, interaction.media, now);
    const party = { kind: 'agent', name: agent.userName } as const;
    const about = { tenantId: agent.tenantId, interactionId, at: now, party };
    const { queue, workbin_owner: owner } = interaction;
    await insertRows(
      client,
      'events',
      [
        owner === null
          ? { ...about, kind: 'TakenFromQueue', facts: { queue } }
          : { ...about, kind: 'TakenFromWorkbin', facts: { workbin: queue } },
        { ...about, kind: 'PartyAdded' },
      ].map(eventRow),
    );
    await publish(client, [
      { kind: 'agent', tenantId: agent.tenantId, agentId },
      { kind: 'interaction', tenantId: agent.tenantId, interactionId },
      { kind: 'queues', tenantId: agent.tenantId },
      ...(owner === null ? [] : [{ kind: 'workbin', tenantId: agent.tenantId, owner } as const]),
    ]);
  });
}

function pulledState(interaction: InteractionRow, from: PullFrom): string {
  const wanted = from === 'queue' ? 'queued' : 'workbin';
  const state = interaction.state === wanted ? nextState(interaction.state, 'pull') : undefined;
  if (state === undefined)
    throw conflict(interaction, `is not in a ${from} now; only what waits in a ${from} can be pulled`);
  if (interaction.is_held) throw conflict(interaction, 'is held; resume it first');
  return state;
}

async function checkOwner(client: PoolClient, agent: AgentRow, interaction: InteractionRow): Promise<void> {
  const { rows } = await client.query<{ mine: boolean }>(`select $2 in (${ownersOfAgent('$1')}) as mine`, [
    agent.id,
    interaction.workbin_owner,
  ]);
  if (rows[0]?.mine === true) return;
  throw new CodedError('request/forbidden', { action: 'pull from a workbin of others', role: agent.userName });
}

async function checkCapacity(client: PoolClient, agent: AgentRow, media: string): Promise<void> {
  const { rows } = await client.query<{ capacity: number; current: number }>(
    `select coalesce((a.capacity ->> $2)::int, 0) as capacity,
       (select count(*)::int from interactions i
        where i.agent_id = a.id and i.state in ('inviting', 'handling') and i.media = $2) as current
     from agents a where a.id = $1`,
    [agent.id, media],
  );
  const { capacity = 0, current = 0 } = rows[0] ?? {};
  if (current < capacity) return;
  throw new CodedError('request/conflict', {
    kind: 'agent',
    name: agent.userName,
    reason: `has ${current} of ${capacity} ${media} interactions already; finish one first`,
  });
}
