import type { PoolClient } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import type { ActiveProcesses } from '../interaction/active-processes.ts';
import { findOwner, ownerOfAgent, type StoredOwner } from '../interaction/workbin-owner.ts';
import { eventRow } from '../routing/event-row.ts';
import { leaveRuns, lockRuns } from '../routing/leave-runs.ts';
import { insertRows } from '../store/insert-rows.ts';
import { inRetriedTransaction } from '../store/retried-transaction.ts';
import { publish } from '../store/signal.ts';
import type { AgentDeps } from './agent-deps.ts';
import { type AgentRow, loadAgent } from './load-agent.ts';
import { lockInteraction, stateAfter } from './lock-interaction.ts';
import { markIdle } from './stop-handling.ts';

/** What placing in workbins needs: which there are. */
export interface WorkbinDeps extends AgentDeps {
  readonly active: Pick<ActiveProcesses, 'workbin'>;
}

/** Where an agent puts it: whose, unless it is their own, and what whoever opens it should know. */
export interface WorkbinPlacement {
  readonly workbin: string;
  /** User name of an agent, or name of a group or place, as the workbin asks for; left out: the agent's own. */
  readonly owner?: string | undefined;
  readonly note?: string | undefined;
}

/**
 * The agent puts what they handle into a workbin: their own, a colleague's or a group's. Drafts stay with those who wrote them. Throws
 * `request/conflict` unless they handle it and for a workbin of a group without its owner, `request/not-found` for a workbin or owner
 * that does not exist.
 */
export async function placeInWorkbin(
  deps: WorkbinDeps,
  agentId: string,
  interactionId: string,
  placement: WorkbinPlacement,
): Promise<void> {
  const now = deps.now();
  const { workbin, note } = placement;
  const tenantId = await inRetriedTransaction(deps.pool, async (client) => {
    const agent = await loadAgent(client, agentId);
    const owner = await ownerOf(client, deps, agent, placement);
    await lockRuns(client, [interactionId]);
    const interaction = await lockInteraction(client, agent, interactionId);
    const state = stateAfter(interaction, agent, { state: 'handling', event: 'place-in-workbin' });
    await client.query(
      `update interactions set state = $2, queue = $3, workbin_owner = $4, agent_id = $5, run_id = null, version = version + 1,
         placed_at = $6, moved_at = case when taken_from = $3 and workbin_owner = $4 then moved_at else $6 end
       where id = $1`,
      [interactionId, state, workbin, owner.key, owner.agentId, now],
    );
    await leaveRuns(client, [interaction], now);
    await markIdle(client, agentId, interaction.media, now);
    const party = { kind: 'agent', name: agent.userName } as const;
    const about = { tenantId: agent.tenantId, interactionId, at: now, party };
    const facts = { workbin, owner: placement.owner ?? agent.userName, ...(note === undefined ? {} : { note }) };
    await insertRows(
      client,
      'events',
      [
        { ...about, kind: 'PartyRemoved' },
        { ...about, kind: 'PlacedInWorkbin', facts },
      ].map(eventRow),
    );
    await publish(client, [
      { kind: 'agent', tenantId: agent.tenantId, agentId },
      { kind: 'interaction', tenantId: agent.tenantId, interactionId },
      { kind: 'queues', tenantId: agent.tenantId },
      { kind: 'workbin', tenantId: agent.tenantId, owner: owner.key },
    ]);
    return agent.tenantId;
  });
  await deps.wake.queue(tenantId, workbin);
}

async function ownerOf(
  client: PoolClient,
  { active }: WorkbinDeps,
  agent: AgentRow,
  { workbin, owner }: WorkbinPlacement,
): Promise<StoredOwner> {
  const settings = active.workbin(agent.tenantId, workbin);
  if (settings === undefined) throw new CodedError('request/not-found', { kind: 'workbin', name: workbin });
  if (owner === undefined) {
    if (settings.owner === 'agent') return ownerOfAgent(agent.id);
    throw new CodedError('request/invalid', {
      field: 'owner',
      expected: `the name of the ${settings.owner} whose it is`,
    });
  }
  const found = await findOwner(client, agent.tenantId, { type: settings.owner, name: owner });
  if (found === undefined) throw new CodedError('request/not-found', { kind: settings.owner, name: owner });
  return found;
}
