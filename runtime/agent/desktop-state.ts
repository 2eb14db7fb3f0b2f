import type { Pool } from 'pg';
import type { DesktopState } from '#dsl/protocol/desktop.ts';
import {
  interactionSummary,
  type SummaryRow,
  summaryColumns,
  summaryTables,
} from '../interaction/interaction-summary.ts';

interface MediaRow {
  readonly do_not_disturb: boolean;
  readonly media: string | null;
  readonly ready: boolean;
  readonly reason: string | null;
  readonly since: Date;
  readonly current: number;
  readonly capacity: number;
}

interface OfferedRow extends SummaryRow {
  readonly invited_at: Date | null;
  readonly expires_at: Date | null;
  readonly transferred_by: string | null;
  readonly note: string | null;
}

/** What the agent's desktop shows now; an agent who is not logged in has an empty one. */
export async function desktopState(pool: Pool, agentId: string): Promise<DesktopState> {
  const session = await pool.query<MediaRow>(
    `select s.do_not_disturb, m.media, m.ready, m.reason, m.since,
       coalesce((a.capacity ->> m.media)::int, 0) as capacity,
       (select count(*)::int from interactions i
        where i.agent_id = s.agent_id and i.state in ('inviting', 'handling') and i.media = m.media) as current
     from agent_sessions s join agents a on a.id = s.agent_id left join agent_media m on m.agent_id = s.agent_id
     where s.agent_id = $1 order by m.media`,
    [agentId],
  );
  const first = session.rows[0];
  if (first === undefined) return { loggedIn: false, doNotDisturb: false, media: [], invitations: [], handling: [] };
  const { rows } = await pool.query<OfferedRow>(
    `select ${summaryColumns}, r.invited_at, r.expires_at, e.party ->> 'name' as transferred_by, e.facts ->> 'note' as note
     from ${summaryTables} left join routing_requests r on r.interaction_id = i.id and r.agent_id = i.agent_id
     left join lateral (
       select party, facts from events where interaction_id = i.id and kind = 'Transferred' and r.run_id is null and r.agent_id is not null
       order by id desc limit 1
     ) as e on true
     where i.agent_id = $1 and i.state in ('inviting', 'handling')
     order by r.invited_at, i.delivered_at, i.seq`,
    [agentId],
  );
  return {
    loggedIn: true,
    doNotDisturb: first.do_not_disturb,
    media: session.rows.flatMap(({ media, ready, reason, since, current, capacity }) =>
      media === null ? [] : [{ media, ready, reason, since: since.toISOString(), current, capacity }],
    ),
    invitations: rows.flatMap((row) =>
      row.state === 'inviting' && row.invited_at !== null && row.expires_at !== null
        ? [
            {
              ...interactionSummary(row),
              invitedAt: row.invited_at.toISOString(),
              expiresAt: row.expires_at.toISOString(),
              transfer: row.transferred_by === null ? null : { by: row.transferred_by, note: row.note },
            },
          ]
        : [],
    ),
    handling: rows.filter((row) => row.state === 'handling').map(interactionSummary),
  };
}
