import type { Pool, PoolClient } from 'pg';
import { nextState } from '#dsl/lifecycle/interaction.ts';
import { insertRows } from '../store/insert-rows.ts';
import { inRetriedTransaction } from '../store/retried-transaction.ts';
import { publish, type Signal } from '../store/signal.ts';
import type { Invitation } from './choose-agents.ts';
import { eventRow } from './event-row.ts';
import { loadAgents } from './load-agents.ts';
import { giveTo, obstacleOf, type Seat, seatOf } from './seat.ts';

/** Invitations decided on a moment ago, of one tenant. */
export interface Inviting {
  readonly tenantId: string;
  readonly invitations: readonly Invitation[];
  /** How long an agent has to accept (the field's delivering-timeout). */
  readonly invitationMs: number;
  readonly now: Date;
}

interface RequestRow {
  readonly interaction_id: string;
  readonly priority: number;
  readonly created_at: Date;
}

/**
 * Carries invitations out in one transaction, each only if it still holds: agent sessions are locked in the order of ids, what
 * the agents have is counted again, and the interaction must still wait in routing. Answers those that were made. So any
 * number of routers may decide at once: nothing is offered twice and no capacity is exceeded.
 */
export async function invite(pool: Pool, inviting: Inviting): Promise<Invitation[]> {
  const expiresAt = new Date(inviting.now.getTime() + inviting.invitationMs);
  return inRetriedTransaction(pool, async (client) => {
    const seats = await lockAgents(client, inviting);
    const requests = await lockRequests(client, inviting);
    const declined = await declinedPairs(client, inviting);
    const names = new Map([...seats].map(([id, { agent }]) => [id, agent.userName]));
    const made = inviting.invitations.filter((invitation) => {
      const seat = seats.get(invitation.agentId);
      if (seat === undefined || !requests.has(invitation.interactionId)) return false;
      const { media, isForced = false } = invitation;
      if (obstacleOf(seat, media, { force: isForced }) !== undefined) return false;
      if (declined.has(pairOf(invitation))) return false;
      giveTo(seat, media, inviting.now);
      return true;
    });
    await writeInvitations(client, inviting, made, expiresAt);
    await insertRows(
      client,
      'events',
      made.map((invitation) => invitedEvent({ inviting, invitation, names, requests, expiresAt })).map(eventRow),
    );
    await publish(
      client,
      made.flatMap(({ agentId, interactionId }): Signal[] => [
        { kind: 'agent', tenantId: inviting.tenantId, agentId },
        { kind: 'interaction', tenantId: inviting.tenantId, interactionId },
      ]),
    );
    return made;
  });
}

async function lockAgents(client: PoolClient, { tenantId, invitations }: Inviting): Promise<Map<string, Seat>> {
  const agentIds = [...new Set(invitations.map(({ agentId }) => agentId))];
  // A session that ended while we waited is not locked, not even if the agent has logged in again by now.
  const { rows: locked } = await client.query<{ agent_id: string }>(
    'select agent_id from agent_sessions where agent_id = any($1) order by agent_id for update',
    [agentIds],
  );
  // A statement of its own: only now does it see what was committed meanwhile.
  const agents = await loadAgents(
    client,
    tenantId,
    locked.map((row) => row.agent_id),
  );
  return new Map(agents.map((agent) => [agent.id, seatOf(agent)]));
}

/** Requests that still wait, locked with their interactions. One that somebody else is at is left to them. */
async function lockRequests(client: PoolClient, inviting: Inviting): Promise<ReadonlyMap<string, RequestRow>> {
  const ids = inviting.invitations.map(({ interactionId }) => interactionId);
  const { rows: locked } = await client.query<{ id: string }>(
    `select id from interactions where id = any($1::uuid[]) and state = 'routing' order by id for update skip locked`,
    [ids],
  );
  const { rows } = await client.query<RequestRow>(
    `select interaction_id, priority, created_at from routing_requests
     where interaction_id = any($1::uuid[]) and agent_id is null and (deadline_at is null or deadline_at > $2)
     for update skip locked`,
    [locked.map((row) => row.id), inviting.now],
  );
  if (locked.length < ids.length) await dropOrphans(client, ids);
  return new Map(rows.map((row) => [row.interaction_id, row]));
}

/** Requests of interactions that left routing by other hands; they would be chosen for ever. */
async function dropOrphans(client: PoolClient, interactionIds: readonly string[]): Promise<void> {
  await client.query(
    `delete from routing_requests r where r.interaction_id = any($1::uuid[]) and r.agent_id is null
       and not exists (select from interactions i where i.id = r.interaction_id and i.state = 'routing')`,
    [interactionIds],
  );
}

async function declinedPairs(client: PoolClient, { invitations, now }: Inviting): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ interaction_id: string; agent_id: string }>(
    'select interaction_id, agent_id from declines where interaction_id = any($1::uuid[]) and until > $2',
    [invitations.map(({ interactionId }) => interactionId), now],
  );
  return new Set(rows.map((row) => pairOf({ interactionId: row.interaction_id, agentId: row.agent_id })));
}

function pairOf({ interactionId, agentId }: { interactionId: string; agentId: string }): string {
  return `${interactionId} ${agentId}`;
}

async function writeInvitations(
  client: PoolClient,
  { now }: Inviting,
  made: readonly Invitation[],
  expiresAt: Date,
): Promise<void> {
  if (made.length === 0) return;
  const [ids, agentIds] = [made.map(({ interactionId }) => interactionId), made.map(({ agentId }) => agentId)];
  await client.query(
    `update interactions i set state = $3, version = version + 1, agent_id = made.agent_id
     from unnest($1::uuid[], $2::text[]) as made(id, agent_id) where i.id = made.id`,
    [ids, agentIds, nextState('routing', 'invite')],
  );
  await client.query(
    `update routing_requests r set agent_id = made.agent_id, invited_at = $3, expires_at = $4
     from unnest($1::uuid[], $2::text[]) as made(id, agent_id) where r.interaction_id = made.id`,
    [ids, agentIds, now, expiresAt],
  );
  await client.query(
    `update agent_media m set idle_since = $3 from (select distinct * from unnest($1::text[], $2::text[])) as made(agent_id, media)
     where m.agent_id = made.agent_id and m.media = made.media`,
    [agentIds, made.map(({ media }) => media), now],
  );
}

function invitedEvent(made: {
  readonly inviting: Inviting;
  readonly invitation: Invitation;
  readonly names: ReadonlyMap<string, string>;
  readonly requests: ReadonlyMap<string, RequestRow>;
  readonly expiresAt: Date;
}) {
  const { inviting, invitation, requests, expiresAt } = made;
  const name = made.names.get(invitation.agentId) ?? invitation.agentId;
  const request = requests.get(invitation.interactionId);
  return {
    tenantId: inviting.tenantId,
    interactionId: invitation.interactionId,
    at: inviting.now,
    kind: 'AgentInvited',
    party: { kind: 'agent', name } as const,
    facts: {
      agent: name,
      expiresAt,
      considered: invitation.considered,
      ...(request === undefined
        ? {}
        : { priority: request.priority, waitedMs: inviting.now.getTime() - request.created_at.getTime() }),
    },
  };
}
