import type { ChatKind, ChatMessage, ChatParty } from '#dsl/protocol/chat.ts';

/** A file that was sent, as the entry keeps it. */
export interface EntryFile {
  readonly id: string;
  readonly fileName: string;
  readonly contentType: string;
  readonly size: number;
}

/** Something to be written into a session's log. */
export interface NewEntry {
  readonly sessionId: string;
  readonly kind: ChatKind;
  /** Tells the client ids of several people apart: `customer`, `agent ID`, `strategy ID`, `system`. */
  readonly author: string;
  readonly from: ChatParty;
  readonly visibility: 'all' | 'agents';
  readonly text: string;
  readonly clientId: string;
  readonly file?: EntryFile | undefined;
  /** Says that the session is silent; it does not count as somebody's doing. */
  readonly isSilent?: boolean;
  /** Whose joining or leaving it tells; null: nobody is there any more. */
  readonly agent?: { readonly id: string; readonly name: string } | null;
}

/** A row of `chat_messages`. */
export interface EntryRow {
  readonly session_id: string;
  readonly seq: number;
  readonly at: Date;
  readonly kind: ChatKind;
  readonly author: string;
  readonly from_kind: ChatParty['kind'];
  readonly from_name: string;
  readonly visibility: 'all' | 'agents';
  readonly text: string;
  readonly client_id: string;
  readonly facts: { readonly file?: EntryFile } | null;
}

/** Columns of `EntryRow`; the sequence number as a number, not as text. */
export const entryColumns =
  'session_id, seq::float8 as seq, at, kind, author, from_kind, from_name, visibility, text, client_id, facts';

/** An entry as pages see it. */
export function chatMessageOf(row: EntryRow): ChatMessage {
  return {
    seq: row.seq,
    at: row.at.toISOString(),
    kind: row.kind,
    from: { kind: row.from_kind, name: row.from_name },
    visibility: row.visibility,
    text: row.text,
    clientId: row.client_id,
    ...(row.facts?.file && { file: row.facts.file }),
  };
}
