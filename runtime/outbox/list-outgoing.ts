import type { Pool } from 'pg';
import type { Address } from '#dsl/protocol/interactions.ts';
import type { OutgoingMail } from '#dsl/protocol/test-bench.ts';

/** As many as a person looks through. */
const limit = 100;

interface OutgoingListRow {
  readonly id: string;
  readonly interaction_id: string;
  readonly parent_id: string | null;
  readonly state: OutgoingMail['state'];
  readonly from_address: Address | null;
  readonly to_addresses: Address[] | null;
  readonly subject: string | null;
  readonly text: string | null;
  readonly html: string | null;
  readonly message_id: string | null;
  readonly in_reply_to: string | null;
  readonly reply: string | null;
  readonly created_at: Date;
}

/** The newest mails of the outbox, newest first: sent, under way, or kept because no server is configured. */
export async function listOutgoing(pool: Pool, tenantId: string): Promise<OutgoingMail[]> {
  const { rows } = await pool.query<OutgoingListRow>(
    `select o.id, o.interaction_id, i.parent_id, m.from_address, m.to_addresses, m.subject, m.text, m.html,
       m.message_id, m.in_reply_to, o.outcome ->> 'reply' as reply, o.created_at,
       case when o.state in ('pending', 'sending') and o.outcome @> '{"uncertain": true}' then 'uncertain' else o.state end as state
     from outbox o
     left join interactions i on i.id = o.interaction_id
     left join messages m on m.interaction_id = o.interaction_id
     where o.tenant_id = $1 and o.kind = 'mail' order by o.created_at desc limit ${limit}`,
    [tenantId],
  );
  return rows.map((row) => ({
    id: row.id,
    interactionId: row.interaction_id,
    parentId: row.parent_id,
    state: row.state,
    from: row.from_address,
    to: row.to_addresses ?? [],
    subject: row.subject ?? '',
    text: row.text ?? '',
    html: row.html,
    messageId: row.message_id,
    inReplyTo: row.in_reply_to,
    outcome: row.reply,
    createdAt: row.created_at.toISOString(),
  }));
}
