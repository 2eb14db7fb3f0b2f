import type { Pool } from 'pg';
import type { ChatState } from '#dsl/protocol/chat.ts';
import { entryColumns, type EntryRow } from './chat-entry.ts';
import { notFound } from './write-entries.ts';

/** Entries in one answer at most. */
export const entriesAtOnce = 200;

/** The entries after a number, oldest first, up to `entriesAtOnce`. */
export async function readEntries(pool: Pool, sessionId: string, since: number): Promise<EntryRow[]> {
  const { rows } = await pool.query<EntryRow>(
    `select ${entryColumns} from chat_messages where session_id = $1 and seq > $2 order by seq limit ${entriesAtOnce}`,
    [sessionId, since],
  );
  return rows;
}

/** How the session stands now. Throws `request/not-found`. */
export async function readState(pool: Pool, sessionId: string): Promise<ChatState> {
  const { rows } = await pool.query<ChatState>(
    'select state, last_seq::float8 as seq, agent_name as "agentName" from chat_sessions where id = $1',
    [sessionId],
  );
  const [row] = rows;
  if (row === undefined) throw notFound(sessionId);
  return row;
}
