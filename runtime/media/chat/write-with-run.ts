import type { PoolClient } from 'pg';
import type { NewEntry } from './chat-entry.ts';

/**
 * Writes an entry within a transaction of somebody else's, for what strategies say: the same client id again, and a session that has
 * ended meanwhile, change nothing.
 */
export async function writeWithRun(client: PoolClient, entry: NewEntry): Promise<void> {
  const { sessionId, kind, author, from, visibility, text, clientId } = entry;
  await client.query(`select from chat_sessions where id = $1 for update`, [sessionId]);
  await client.query(
    `with numbered as (
       update chat_sessions s set last_seq = last_seq + 1
       where s.id = $1 and s.state <> 'closed'
         and not exists (select from chat_messages m where m.session_id = $1 and m.author = $3 and m.client_id = $8)
       returning last_seq)
     insert into chat_messages (session_id, seq, at, kind, author, from_kind, from_name, visibility, text, client_id)
     select $1, last_seq, now(), $2, $3, $4, $5, $6, $7, $8 from numbered`,
    [sessionId, kind, author, from.kind, from.name, visibility, text, clientId],
  );
}
