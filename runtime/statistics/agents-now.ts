import type { Pool } from 'pg';
import type { AgentLine } from '#dsl/protocol/statistics.ts';

/** Where an agent who is logged in stands with each medium. */
export type AgentNow = Pick<AgentLine, 'id' | 'userName' | 'name' | 'groups' | 'loggedInAt' | 'media'>;

interface Row {
  readonly id: string;
  readonly user_name: string;
  readonly name: string;
  readonly groups: string[];
  readonly logged_in_at: Date;
  readonly do_not_disturb: boolean;
  readonly media: string;
  readonly ready: boolean;
  readonly reason: string | null;
  readonly since: Date;
  readonly in_hand: number;
  readonly capacity: number;
}

/** Agents of the tenant who are logged in, by name, with what they have and could have of each medium. */
export async function agentsNow(pool: Pool, tenantId: string): Promise<AgentNow[]> {
  const { rows } = await pool.query<Row>(
    `select a.id, a.user_name, trim(a.first_name || ' ' || a.last_name) as name, s.logged_in_at, s.do_not_disturb, m.media, m.ready, m.reason, m.since,
       array(select g.group_name from agent_group_members g where g.agent_id = a.id order by 1) as groups,
       (select count(*)::int from interactions i where i.agent_id = a.id and i.state in ('inviting', 'handling') and i.media = m.media) as in_hand,
       coalesce((a.capacity ->> m.media)::int, 0) as capacity
     from agent_sessions s join agents a on a.id = s.agent_id join agent_media m on m.agent_id = s.agent_id
     where s.tenant_id = $1 order by a.user_name, m.media`,
    [tenantId],
  );
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((lines) => {
    const [first] = lines;
    if (first === undefined) return [];
    return {
      id: first.id,
      userName: first.user_name,
      name: first.name === '' ? first.user_name : first.name,
      groups: first.groups,
      loggedInAt: first.logged_in_at.toISOString(),
      media: lines.map(({ media, ready, reason, since, in_hand: inHand, capacity, do_not_disturb: disturbed }) => {
        const state = disturbed ? ('do-not-disturb' as const) : ready ? ('ready' as const) : ('not-ready' as const);
        return { media, state, reason, since: since.toISOString(), inHand, capacity };
      }),
    };
  });
}
