import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import { hex, insertRows } from '../store/insert-rows.ts';
import { newId } from '../store/new-id.ts';
import type { NewInteraction, Submitted } from './new-interaction.ts';
import { contactKey, resolveContacts } from './resolve-contacts.ts';
import { type ForwardOf, resolveForwards } from './resolve-forwards.ts';
import { type Answering, resolveThreads } from './resolve-threads.ts';
import { type Candidate, takeOnce } from './take-once.ts';

interface Placed {
  readonly candidate: Candidate;
  readonly queue: string;
  readonly threadId: string;
  readonly parentId: string | null;
  readonly contactId: string | null;
  /** The forward it replies to, when it comes from an external resource. */
  readonly forward: ForwardOf | undefined;
}

/**
 * Inserts interactions with bodies, contacts, threads and events, set by set, inside the caller's transaction. Answers in
 * the order of the items. A duplicate makes nothing.
 */
export async function insertInteractions(
  client: PoolClient,
  items: readonly { item: NewInteraction; queue: string }[],
): Promise<Submitted[]> {
  const candidates = items.map(({ item, queue }) => ({ id: newId(), item, queue }));
  const duplicates = await takeOnce(client, candidates);
  const fresh = candidates.filter(({ id }) => !duplicates.has(id));
  const answering = new Map<string, Answering>(
    fresh.map(({ id, item }) => [id, { tenantId: item.tenantId, messageIds: answered(item) }]),
  );
  const threadOf = await resolveThreads(client, [...answering.values()]);
  const people = fresh.flatMap(({ item }) => (item.from ? [{ tenantId: item.tenantId, from: item.from }] : []));
  const contacts = await resolveContacts(client, people);
  const answers = fresh.map(({ id, item }) =>
    threadOf(answering.get(id) ?? { tenantId: item.tenantId, messageIds: [] }),
  );
  const forwards = await resolveForwards(
    client,
    fresh.map(({ item }, index) => ({
      tenantId: item.tenantId,
      subject: item.message.subject,
      parentId: answers[index]?.interactionId,
    })),
  );
  const placed = fresh.map((candidate, index): Placed => {
    const { id, item, queue } = candidate;
    const forward = forwards[index];
    const before = forward ?? answers[index];
    const contactId = item.from ? (contacts.get(contactKey(item.tenantId, item.from.address)) ?? null) : null;
    return {
      candidate,
      queue,
      threadId: before?.threadId ?? id,
      parentId: before?.interactionId ?? null,
      contactId,
      forward,
    };
  });
  await insertRows(client, 'interactions', placed.map(interactionRow));
  await insertBodies(client, fresh);
  await insertRows(client, 'events', placed.flatMap(eventRows));
  return candidates.map(({ id }) => {
    const earlier = duplicates.get(id);
    return { interactionId: earlier ?? id, duplicate: earlier !== undefined };
  });
}

/** Message-IDs an item answers, oldest first; In-Reply-To is the closest. */
function answered({ message }: NewInteraction): string[] {
  return [...message.references, ...(message.inReplyTo === undefined ? [] : [message.inReplyTo])];
}

function interactionRow({
  candidate: { id, item },
  queue,
  threadId,
  parentId,
  contactId,
  forward,
}: Placed): Record<string, unknown> {
  const now = new Date();
  return {
    id,
    tenant_id: item.tenantId,
    media: item.media,
    type: item.type,
    subtype: subtypeOf(item.subtype, parentId, forward),
    state: 'queued',
    is_held: false,
    version: 0,
    endpoint: item.endpoint,
    mailbox: item.mailbox,
    queue,
    placed_at: now,
    moved_at: now,
    in_queues: [],
    out_queues: [],
    priority: item.priority,
    received_at: item.receivedAt,
    submitted_at: now,
    parent_id: parentId,
    contact_id: contactId,
    thread_id: threadId,
    external_id: item.externalId,
    subject: item.message.subject,
    from_address: item.from?.address,
    from_name: item.from?.name,
    to_address: item.to,
    data: forward === undefined ? item.data : { ...item.data, ...forwardData(forward) },
  };
}

/** A mail within a known thread is a reply, whatever the media server called it: of the external resource, or of the customer. */
function subtypeOf(subtype: string, parentId: string | null, forward: ForwardOf | undefined): string {
  if (subtype !== 'InboundNew' || parentId === null) return subtype;
  return forward === undefined ? 'InboundCustomerReply' : 'InboundExternalReply';
}

function forwardData({ interactionId, originalId }: ForwardOf): Record<string, unknown> {
  return { ForwardedInteractionId: interactionId, OriginalInteractionId: originalId };
}

async function insertBodies(client: PoolClient, fresh: readonly Candidate[]): Promise<void> {
  const blobs = new Map<string, Uint8Array>();
  const keep = (bytes: Uint8Array): string => {
    const hash = createHash('sha256').update(bytes).digest();
    blobs.set(hex(hash), bytes);
    return hex(hash);
  };
  const attachments: Record<string, unknown>[] = [];
  const messages = fresh.map(({ id, item: { tenantId, message } }) => {
    for (const [position, { bytes, fileName, contentType, contentId, inline }] of message.attachments.entries()) {
      attachments.push({
        id: newId(),
        interaction_id: id,
        tenant_id: tenantId,
        position,
        file_name: fileName,
        content_type: contentType,
        size: bytes.length,
        content_id: contentId,
        inline,
        hash: keep(bytes),
      });
    }
    return {
      interaction_id: id,
      tenant_id: tenantId,
      direction: message.direction,
      message_id: message.messageId,
      in_reply_to: message.inReplyTo,
      reference_ids: message.references,
      subject: message.subject,
      from_address: message.from,
      reply_to: message.replyTo,
      to_addresses: message.to,
      cc_addresses: message.cc,
      bcc_addresses: message.bcc,
      text: message.text,
      html: message.html,
      reply_text: message.replyText,
      headers: message.headers,
      automatic: message.automatic,
      problems: message.problems,
      raw_hash: message.raw && keep(message.raw),
    };
  });
  for (const [hash, bytes] of [...blobs].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    await client.query(
      'insert into blobs (hash, size, bytes) values ($1::text::bytea, $2, $3) on conflict do nothing',
      [hash, bytes.length, bytes],
    );
  }
  await insertRows(client, 'messages', messages);
  await insertRows(client, 'attachments', attachments);
}

function eventRows({ candidate: { id, item }, queue, parentId }: Placed): Record<string, unknown>[] {
  const at = new Date();
  const party = { kind: 'media', name: `${item.media} ${item.endpoint}` };
  const common = { tenant_id: item.tenantId, interaction_id: id, at, party };
  return [
    {
      ...common,
      kind: 'InteractionSubmitted',
      facts: { endpoint: item.endpoint, subject: item.message.subject, ...(parentId === null ? {} : { parentId }) },
    },
    { ...common, kind: 'PlacedInQueue', facts: { queue } },
  ];
}
