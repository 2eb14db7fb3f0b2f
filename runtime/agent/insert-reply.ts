import type { PoolClient } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import { eventRow } from '../routing/event-row.ts';
import { insertRows } from '../store/insert-rows.ts';
import { newId } from '../store/new-id.ts';
import type { ComposedReply } from './compose-reply.ts';
import type { AgentRow } from './load-agent.ts';
import type { InteractionRow } from './lock-interaction.ts';

/** What an agent's mail takes over: from the interaction it answers, or from the mailbox a new one is sent from. */
interface MailOrigin
  extends Pick<InteractionRow, 'endpoint' | 'mailbox' | 'priority' | 'contact_id' | 'thread_id' | 'data'> {
  /** Null: it answers nothing. */
  readonly id: string | null;
}

/** The child an agent's reply becomes. */
export interface ReplyChild {
  readonly id: string;
  readonly agent: AgentRow;
  readonly parent: MailOrigin;
  readonly message: ComposedReply;
  readonly media: string;
  /** The post it answers, and who may read it, where the medium tells posts apart. */
  readonly answers: string | undefined;
  readonly visibility: 'public' | 'private' | undefined;
  /** Ids of uploads of this agent, in the order of the attachments. */
  readonly uploads: readonly string[];
  /** It goes to somebody else than the customer, with the files of the original. */
  readonly forwards: boolean;
  readonly queue: string;
  readonly now: Date;
}

/** Inserts the reply as an interaction of its own, in its out-queue, with body, attachments and events. */
export async function insertReply(client: PoolClient, child: ReplyChild): Promise<void> {
  const { id, agent, parent, message, queue, now } = child;
  await insertRows(client, 'interactions', [interactionRow(child)]);
  await insertRows(client, 'messages', [
    {
      interaction_id: id,
      tenant_id: agent.tenantId,
      direction: 'out',
      message_id: message.messageId,
      in_reply_to: message.inReplyTo,
      reference_ids: message.references,
      subject: message.subject,
      from_address: message.from,
      to_addresses: message.to,
      cc_addresses: message.cc,
      bcc_addresses: message.bcc,
      text: message.text,
      html: message.html,
      headers: [],
      automatic: 'none',
      problems: [],
    },
  ]);
  const count = await linkUploads(client, child);
  if (child.forwards) await copyAttachments(client, child, count);
  const about = {
    tenantId: agent.tenantId,
    interactionId: id,
    at: now,
    party: { kind: 'agent', name: agent.userName } as const,
  };
  await insertRows(
    client,
    'events',
    [
      {
        ...about,
        kind: 'InteractionSubmitted',
        facts: { ...(parent.id !== null && { parentId: parent.id }), subject: message.subject },
      },
      { ...about, kind: 'PlacedInQueue', facts: { queue } },
    ].map(eventRow),
  );
}

function interactionRow(child: ReplyChild): Record<string, unknown> {
  const { id, agent, parent, message, media, queue, now } = child;
  return {
    id,
    tenant_id: agent.tenantId,
    media,
    type: 'Outbound',
    subtype: subtypeOf(child),
    state: 'queued',
    is_held: false,
    version: 0,
    endpoint: parent.endpoint,
    mailbox: parent.mailbox,
    queue,
    placed_at: now,
    moved_at: now,
    in_queues: [],
    out_queues: [],
    priority: parent.priority,
    received_at: now,
    submitted_at: now,
    parent_id: parent.id,
    contact_id: parent.contact_id,
    thread_id: parent.thread_id,
    subject: message.subject,
    from_address: message.from.address,
    from_name: message.from.name,
    to_address: message.to[0]?.address,
    data: childData(child),
  };
}

function subtypeOf({ parent, forwards }: ReplyChild): string {
  if (parent.id === null) return 'OutboundNew';
  return forwards ? 'OutboundForward' : 'OutboundReply';
}

/** What is attached to the parent is inherited, but for what its own mail said. */
function childData({ parent, message, agent, answers, visibility }: ReplyChild): Record<string, unknown> {
  const inherited = Object.fromEntries(Object.entries(parent.data).filter(([key]) => !key.startsWith('Header_')));
  return {
    ...inherited,
    Subject: message.subject,
    FromAddress: message.from.address,
    FromPersonal: message.from.name,
    To: message.to.map(({ address }) => address).join(', '),
    _OwnerEmployeeId: agent.userName,
    ...(answers !== undefined && { ReplyTo: answers }),
    ...(visibility !== undefined && { ReplyVisibility: visibility }),
  };
}

async function linkUploads(client: PoolClient, { id, agent, uploads }: ReplyChild): Promise<number> {
  const wanted = [...new Set(uploads)];
  if (wanted.length === 0) return 0;
  const { rows } = await client.query<Record<string, unknown> & { id: string }>(
    `select id, file_name, content_type, size, hash::text as hash from uploads
     where id = any($1::uuid[]) and tenant_id = $2 and agent_id = $3`,
    [wanted, agent.tenantId, agent.id],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const attachments = wanted.map((uploadId, position) => {
    const upload = byId.get(uploadId);
    if (upload === undefined)
      throw new CodedError('request/not-found', { kind: 'uploaded attachment', name: uploadId });
    return { ...upload, id: newId(), interaction_id: id, tenant_id: agent.tenantId, position, inline: false };
  });
  await insertRows(client, 'attachments', attachments);
  await client.query('delete from uploads where id = any($1::uuid[])', [wanted]);
  return wanted.length;
}

/** Files of the original behind those of the agent; pictures within its text have no place in the quoted one. */
async function copyAttachments(client: PoolClient, { id, parent }: ReplyChild, after: number): Promise<void> {
  await client.query(
    `insert into attachments (id, interaction_id, tenant_id, position, file_name, content_type, size, content_id, inline, hash)
     select gen_random_uuid(), $1, tenant_id, $3 + row_number() over (order by position) - 1, file_name, content_type, size, null, false, hash
     from attachments where interaction_id = $2 and not inline`,
    [id, parent.id, after],
  );
}
