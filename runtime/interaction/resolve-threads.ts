import type { PoolClient } from 'pg';

/** A message that answers others, by their Message-IDs. */
export interface Answering {
  readonly tenantId: string;
  readonly messageIds: readonly string[];
}

/** Threads and parents by Message-ID: what References and In-Reply-To lead to (RFC 5322 3.6.4), the newest message first. */
export async function resolveThreads(
  client: PoolClient,
  items: readonly Answering[],
): Promise<(item: Answering) => { threadId: string; interactionId: string } | undefined> {
  const pairs = items.flatMap(({ tenantId, messageIds }) => messageIds.map((id) => [tenantId, id] as const));
  if (pairs.length === 0) return () => undefined;
  const { rows } = await client.query<{
    tenant_id: string;
    message_id: string;
    thread_id: string;
    interaction_id: string;
  }>(
    `select m.tenant_id, m.message_id, i.thread_id, i.id as interaction_id
     from unnest($1::text[], $2::text[]) as w(tenant_id, message_id)
     join messages m on m.tenant_id = w.tenant_id and m.message_id = w.message_id
     join interactions i on i.id = m.interaction_id`,
    [pairs.map(([tenantId]) => tenantId), pairs.map(([, id]) => id)],
  );
  const found = new Map(rows.map((row) => [`${row.tenant_id} ${row.message_id}`, row]));
  return ({ tenantId, messageIds }) => {
    const row = messageIds
      .toReversed()
      .map((id) => found.get(`${tenantId} ${id}`))
      .find((candidate) => candidate !== undefined);
    return row && { threadId: row.thread_id, interactionId: row.interaction_id };
  };
}
