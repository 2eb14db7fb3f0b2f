import type { Pool } from 'pg';
import type { NewEntry } from './chat-entry.ts';
import type { ChatLog } from './chat-log.ts';

interface ChangedRow {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly agent_id: string | null;
  readonly agent_name: string | null;
  readonly told_id: string | null;
  readonly told_name: string | null;
}

/** More come with the next look. */
const maxAtOnce = 500;

/**
 * Tells sessions what became of their interactions: an agent took it or let go of it, or its processing was stopped. `ids` are
 * those something was heard of; without them all that live are looked at.
 */
export async function followInteractions(pool: Pool, log: ChatLog, ids?: readonly string[]): Promise<void> {
  const { rows } = await pool.query<ChangedRow>(
    `select i.id, i.state, i.version, w.agent_id, s.agent_id as told_id, s.agent_name as told_name,
       coalesce(nullif(trim(a.first_name), ''), a.user_name) as agent_name
     from chat_sessions s join interactions i on i.id = s.id
     cross join lateral (select case when i.state = 'handling' then i.agent_id end as agent_id) w
     left join agents a on a.id = w.agent_id
     where s.state <> 'closed' and ($1::uuid[] is null or s.id = any($1))
       and (i.state = 'stopped' or w.agent_id is distinct from s.agent_id) limit ${maxAtOnce}`,
    [ids ?? null],
  );
  await Promise.allSettled(rows.flatMap(entriesOf).map((entry) => log.write(entry)));
}

function entriesOf(row: ChangedRow): NewEntry[] {
  const about = { sessionId: row.id, visibility: 'all', isSilent: false } as const;
  if (row.state === 'stopped') {
    const from = { kind: 'system', name: '' } as const;
    return [{ ...about, kind: 'closed', author: 'system', from, text: 'This chat has ended.', clientId: 'stopped' }];
  }
  const entries: NewEntry[] = [];
  if (row.told_id !== null) {
    entries.push({
      ...about,
      kind: 'left',
      author: `agent ${row.told_id}`,
      from: { kind: 'agent', name: row.told_name ?? '' },
      text: '',
      clientId: `left ${row.version}`,
      agent: null,
    });
  }
  if (row.agent_id !== null) {
    const name = row.agent_name ?? '';
    entries.push({
      ...about,
      kind: 'joined',
      author: `agent ${row.agent_id}`,
      from: { kind: 'agent', name },
      text: '',
      clientId: `joined ${row.version}`,
      agent: { id: row.agent_id, name },
    });
  }
  return entries;
}
