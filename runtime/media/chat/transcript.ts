import type { ClientBase, Pool } from 'pg';
import { entryColumns, type EntryRow } from './chat-entry.ts';

/** Longest transcript in characters: more is cut at the front, with a line that says so. */
const maxCharacters = 500_000;

/** What the customer could read of the chat, a line for each entry with its time in UTC: `[14:03:07] Ada: Hello`. */
export async function transcriptOf(client: Pool | ClientBase, sessionId: string): Promise<string> {
  const { rows } = await client.query<EntryRow>(
    `select ${entryColumns} from chat_messages where session_id = $1 and visibility = 'all' order by seq`,
    [sessionId],
  );
  const text = rows.map(lineOf).join('\n');
  return text.length <= maxCharacters ? text : `[what came before is left out]\n${text.slice(-maxCharacters)}`;
}

function lineOf({ at, kind, text, from_kind: fromKind, from_name: name }: EntryRow): string {
  const who = name === '' ? (fromKind === 'customer' ? 'Customer' : 'System') : name;
  const time = `[${at.toISOString().slice(11, 19)}]`;
  switch (kind) {
    case 'joined':
      return `${time} ${who} joined.`;
    case 'left':
      return `${time} ${who} left.`;
    case 'closed':
      return `${time} ${text === '' ? `${who} ended the chat.` : text}`;
    case 'asleep':
      return `${time} The chat pauses.`;
    case 'awake':
      return `${time} The chat goes on.`;
    case 'file':
      return `${time} ${who} sent the file ${text}`;
    case 'push-url':
      return `${time} ${who} sent the address ${text}`;
    case 'message':
    case 'notice':
    case 'alert':
      return `${time} ${who}: ${text}`;
  }
}
