import { type Statement, sql } from '../store/in-flight.ts';

/** A message that answers others, by their Message-IDs. */
export interface Answering {
  readonly tenantId: string;
  /** Oldest first. */
  readonly messageIds: readonly string[];
}

/** A message that is stored, and the thread it belongs to. */
export interface ThreadRow {
  readonly tenant_id: string;
  readonly message_id: string;
  readonly thread_id: string;
  readonly interaction_id: string;
}

/** Asks for the messages that are answered: one statement, or none when nothing is. */
export function askForThreads(items: readonly Answering[]): readonly Statement<ThreadRow>[] {
  const pairs = items.flatMap(({ tenantId, messageIds }) => messageIds.map((id) => [tenantId, id] as const));
  if (pairs.length === 0) return [];
  return [
    sql(
      `select m.tenant_id, m.message_id, i.thread_id, i.id as interaction_id
       from unnest($1::text[], $2::text[]) as w(tenant_id, message_id)
       join messages m on m.tenant_id = w.tenant_id and m.message_id = w.message_id
       join interactions i on i.id = m.interaction_id`,
      pairs.map(([tenantId]) => tenantId),
      pairs.map(([, id]) => id),
    ),
  ];
}

/** Thread and parent of a message: what References and In-Reply-To lead to (RFC 5322 3.6.4), the newest message first. */
export function threadFinder(
  rows: readonly ThreadRow[],
): (item: Answering) => { threadId: string; interactionId: string } | undefined {
  const found = new Map(rows.map((row) => [`${row.tenant_id} ${row.message_id}`, row]));
  return ({ tenantId, messageIds }) => {
    const known = messageIds.findLast((id) => found.has(`${tenantId} ${id}`));
    const row = known === undefined ? undefined : found.get(`${tenantId} ${known}`);
    return row && { threadId: row.thread_id, interactionId: row.interaction_id };
  };
}
