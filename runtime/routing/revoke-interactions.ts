import type { PoolClient } from 'pg';
import { type RevocationCause, revocations } from '#dsl/lifecycle/revocation.ts';
import { agentOfOwner } from '../interaction/workbin-owner.ts';
import { insertRows } from '../store/insert-rows.ts';
import { publish, type Signal } from '../store/signal.ts';
import { eventRow, type NewEvent, type Party } from './event-row.ts';
import { leaveRuns, lockRuns } from './leave-runs.ts';

/** How long an agent who rejected or missed an interaction is not invited to it again. */
const coolDownMs = 30_000;

/** Interactions to be taken from an agent. */
export interface Revoking {
  readonly agent: { readonly id: string; readonly tenantId: string; readonly userName: string };
  readonly interactionIds: readonly string[];
  readonly cause: RevocationCause;
  /** The agent's own words, for the event log. */
  readonly reason?: string | undefined;
  /** Who made it happen. */
  readonly party: Party;
  readonly now: Date;
}

/** An interaction that is back in a queue: wake that queue after the commit. */
export interface Requeued {
  readonly interactionId: string;
  readonly tenantId: string;
  readonly queue: string;
}

interface OwnedRow {
  readonly id: string;
  readonly state: 'inviting' | 'handling';
  readonly media: string;
  readonly queue: string;
  readonly workbin_owner: string | null;
  readonly run_id: string | null;
  readonly strategy: string | null;
}

/**
 * Returns interactions of an agent to the queues they were taken from, priority and first entry kept, and ends their runs:
 * the next submission starts a new one. Interactions that are no longer the agent's, or in no state for the cause, are
 * left alone. Whoever keeps new ones from arriving meanwhile holds the agent's session row before calling.
 */
export async function revokeInteractions(client: PoolClient, revoking: Revoking): Promise<Requeued[]> {
  const { agent, cause, now } = revoking;
  const rule = revocations[cause];
  await lockRuns(client, revoking.interactionIds);
  const { rows } = await client.query<OwnedRow>(
    `select i.id, i.state, i.media, coalesce(i.taken_from, i.queue) as queue, i.workbin_owner, i.run_id,
       (select r.strategy from runs r where r.id = i.run_id) as strategy
     from interactions i
     where i.id = any($1::uuid[]) and i.agent_id = $2 and i.state = any($3::text[])
     order by i.id for update of i`,
    [revoking.interactionIds, agent.id, rule.from],
  );
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  await client.query(
    `update interactions set state = case when workbin_owner is null then 'queued' else 'workbin' end, queue = coalesce(taken_from, queue),
       agent_id = ${agentOfOwner('workbin_owner')}, run_id = null,
       placed_at = $2, version = version + 1
     where id = any($1::uuid[])`,
    [ids, now],
  );
  await leaveRuns(client, rows, now);
  await settleAgent(client, revoking, rows);
  await insertRows(client, 'events', rows.flatMap((row) => eventsOf(revoking, row)).map(eventRow));
  await publish(client, [
    { kind: 'agent', tenantId: agent.tenantId, agentId: agent.id },
    { kind: 'queues', tenantId: agent.tenantId },
    ...workbinSignals(agent.tenantId, rows),
    ...ids.map((interactionId): Signal => ({ kind: 'interaction', tenantId: agent.tenantId, interactionId })),
  ]);
  return rows.map((row) => ({ interactionId: row.id, tenantId: agent.tenantId, queue: row.queue }));
}

function workbinSignals(tenantId: string, rows: readonly OwnedRow[]): Signal[] {
  return rows.flatMap(({ workbin_owner: owner }) => (owner === null ? [] : [{ kind: 'workbin', tenantId, owner }]));
}

/** Cool-down, readiness and idle time of the agent. */
async function settleAgent(client: PoolClient, revoking: Revoking, rows: readonly OwnedRow[]): Promise<void> {
  const { agent, cause, now } = revoking;
  const rule = revocations[cause];
  const media = [...new Set(rows.map((row) => row.media))];
  if (rule.coolsDown) {
    await client.query(
      `insert into declines (interaction_id, agent_id, until) select id, $2, $3 from unnest($1::uuid[]) as id
       on conflict (interaction_id, agent_id) do update set until = excluded.until`,
      [rows.map((row) => row.id), agent.id, new Date(now.getTime() + coolDownMs)],
    );
  }
  await client.query(
    `update agent_media set idle_since = $3,
       ready = ready and not $4, reason = case when $4 then $5 else reason end, since = case when $4 then $3 else since end
     where agent_id = $1 and media = any($2::text[])`,
    [agent.id, media, now, rule.endsReadiness, rule.reason],
  );
}

function eventsOf(revoking: Revoking, row: OwnedRow): NewEvent[] {
  const { agent, cause, now, party } = revoking;
  const rule = revocations[cause];
  const about = { tenantId: agent.tenantId, interactionId: row.id, at: now };
  const strategy = { kind: 'strategy', name: row.strategy ?? '' } as const;
  const left: Party =
    row.state === 'handling'
      ? { kind: 'agent', name: agent.userName }
      : { ...strategy, ...(row.run_id === null ? {} : { runId: row.run_id }) };
  return [
    { ...about, kind: rule.event, party, facts: { agent: agent.userName, reason: revoking.reason ?? rule.reason } },
    ...(left.name === '' ? [] : [{ ...about, kind: 'PartyRemoved', party: left }]),
    ...(rule.endsReadiness
      ? [
          {
            ...about,
            kind: 'NotReadyForMedia',
            party,
            facts: { agent: agent.userName, media: row.media, reason: rule.reason },
          },
        ]
      : []),
    row.workbin_owner === null
      ? { ...about, kind: 'PlacedInQueue', party, facts: { queue: row.queue } }
      : { ...about, kind: 'PlacedInWorkbin', party, facts: { workbin: row.queue } },
  ];
}
