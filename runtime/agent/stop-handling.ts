import type { PoolClient } from 'pg';
import { eventRow } from '../routing/event-row.ts';
import { insertRows } from '../store/insert-rows.ts';
import type { AgentRow } from './load-agent.ts';
import type { InteractionRow } from './lock-interaction.ts';

/** How processing ends. */
export interface Ending {
  readonly state: string;
  readonly reason: string;
  readonly disposition?: string | undefined;
  readonly now: Date;
}

/** Stops a locked interaction that the agent handles: it keeps its agent, its drafts go, the log says why. */
export async function stopHandling(
  client: PoolClient,
  agent: AgentRow,
  interaction: InteractionRow,
  ending: Ending,
): Promise<void> {
  const { state, reason, disposition, now } = ending;
  const party = { kind: 'agent', name: agent.userName } as const;
  const about = { tenantId: agent.tenantId, interactionId: interaction.id, at: now, party };
  await client.query(
    `update interactions set state = $2, version = version + 1, stopped_at = $3, stop_reason = $4, data = data || $5::jsonb
     where id = $1`,
    [
      interaction.id,
      state,
      now,
      reason,
      JSON.stringify(disposition === undefined ? {} : { DispositionCode: disposition }),
    ],
  );
  await client.query('delete from drafts where interaction_id = $1', [interaction.id]);
  await markIdle(client, agent.id, interaction.media, now);
  await insertRows(
    client,
    'events',
    [
      { ...about, kind: 'PartyRemoved' },
      {
        ...about,
        kind: 'ProcessingStopped',
        facts: { reason, ...(disposition === undefined ? {} : { disposition }) },
      },
    ].map(eventRow),
  );
}

/** Something of this media type ended with the agent: they are idle since now. */
export async function markIdle(client: PoolClient, agentId: string, media: string, now: Date): Promise<void> {
  await client.query('update agent_media set idle_since = $3 where agent_id = $1 and media = $2', [
    agentId,
    media,
    now,
  ]);
}
