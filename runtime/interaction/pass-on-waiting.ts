import type { PoolClient } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import { publish } from '../store/signal.ts';
import { logAct, supervise, type SuperviseDeps, type WaitingRow } from './supervise.ts';
import { findOwner } from './workbin-owner.ts';

/** How long an agent may be busy with something else before what they were given goes back to where it waited. */
const offerMs = 60_000;

/**
 * Gives an interaction that waits to one agent: the router offers it within their capacity; what they do not take within a minute goes
 * back to its queue or workbin. Throws `request/conflict` while a strategy or an agent has it, while it is held, and for an agent who
 * is not ready for its medium.
 */
export async function assignInteraction(deps: SuperviseDeps, id: string, agent: string): Promise<void> {
  await supervise(deps, id, 'take', async (client, row) => {
    if (row.is_held)
      throw new CodedError('request/conflict', { kind: 'interaction', name: id, reason: 'is held; resume it first' });
    await checkReady(client, deps.tenantId, agent, row.media);
    const now = new Date();
    await client.query(
      `update interactions set state = 'routing', agent_id = null, queue = null, taken_from = queue, problem = null,
         in_queues = case when workbin_owner is not null or queue = any(in_queues) then in_queues else in_queues || queue end,
         version = version + 1
       where id = $1`,
      [id],
    );
    await ask(client, deps, { id, row, agent, now });
    const where = row.workbin_owner === null ? 'TakenFromQueue' : 'TakenFromWorkbin';
    const name = row.workbin_owner === null ? 'queue' : 'workbin';
    await logAct(client, deps, id, { kind: where, facts: { [name]: row.queue } });
    await logAct(client, deps, id, { kind: 'Transferred', facts: { to: { agent } } });
    await publish(client, [{ kind: 'routing', tenantId: deps.tenantId }]);
    return undefined;
  });
}

/** Puts an interaction that waits into a workbin of somebody: whoever may look into it sees it at once. Throws `request/not-found` for a workbin or owner that does not exist. */
export async function shelveInteraction(
  deps: SuperviseDeps,
  id: string,
  to: { readonly workbin: string; readonly owner: string },
): Promise<void> {
  await supervise(deps, id, 'place-in-workbin', async (client) => {
    const { workbin } = to;
    const settings = deps.active.workbin(deps.tenantId, workbin);
    if (settings === undefined) throw new CodedError('request/not-found', { kind: 'workbin', name: workbin });
    const owner = await findOwner(client, deps.tenantId, { type: settings.owner, name: to.owner });
    if (owner === undefined) throw new CodedError('request/not-found', { kind: settings.owner, name: to.owner });
    await client.query(
      `update interactions set state = 'workbin', queue = $2, workbin_owner = $3, agent_id = $4, problem = null, placed_at = now(),
         moved_at = case when queue = $2 and workbin_owner = $3 then moved_at else now() end, version = version + 1
       where id = $1`,
      [id, workbin, owner.key, owner.agentId],
    );
    await logAct(client, deps, id, { kind: 'PlacedInWorkbin', facts: { workbin, owner: to.owner } });
    await publish(client, [{ kind: 'workbin', tenantId: deps.tenantId, owner: owner.key }]);
    return workbin;
  });
}

async function checkReady(client: PoolClient, tenantId: string, agent: string, media: string): Promise<void> {
  const { rows } = await client.query<{ ready: boolean }>(
    `select coalesce(m.ready and not s.do_not_disturb, false) as ready from agents a
     left join agent_sessions s on s.agent_id = a.id left join agent_media m on m.agent_id = a.id and m.media = $3
     where a.tenant_id = $1 and a.user_name = $2 and a.enabled`,
    [tenantId, agent, media],
  );
  const [found] = rows;
  if (found === undefined) throw new CodedError('request/not-found', { kind: 'agent', name: agent });
  if (!found.ready)
    throw new CodedError('request/conflict', {
      kind: 'agent',
      name: agent,
      reason: `is not ready for ${media}; put it into their workbin instead`,
    });
}

/** The request that the router answers; one without a run goes back by itself when its time is up. */
async function ask(
  client: PoolClient,
  deps: SuperviseDeps,
  offer: { readonly id: string; readonly row: WaitingRow; readonly agent: string; readonly now: Date },
): Promise<void> {
  const { id, row, agent, now } = offer;
  await client.query(
    `insert into routing_requests (interaction_id, tenant_id, media, targets, priority, created_at, deadline_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, deps.tenantId, row.media, JSON.stringify([{ agent }]), row.priority, now, new Date(now.getTime() + offerMs)],
  );
}
