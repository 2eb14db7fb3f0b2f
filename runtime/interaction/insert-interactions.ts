import { copyRows } from '../store/copy-rows.ts';
import type { FlightTransaction } from '../store/flight-transaction.ts';
import type { Statement } from '../store/in-flight.ts';
import { newId } from '../store/new-id.ts';
import { copyBodies } from './copy-bodies.ts';
import type { NewInteraction, Submitted } from './new-interaction.ts';
import { askForContacts, contactKey, type ContactRow, type Person, resolveContacts } from './resolve-contacts.ts';
import { type ForwardOf, resolveForwards } from './resolve-forwards.ts';
import { type Answering, askForThreads, threadFinder, type ThreadRow } from './resolve-threads.ts';
import { type Candidate, claimKeys, duplicatesOf, passKeysOn, type Taken } from './take-once.ts';

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
 * Inserts interactions with bodies, contacts, threads and events, set by set, in a transaction of their own that it commits.
 * Answers in the order of the items. A duplicate makes nothing.
 */
export async function insertInteractions(
  transaction: FlightTransaction,
  items: readonly { item: NewInteraction; queue: string }[],
): Promise<Submitted[]> {
  const candidates = items.map(({ item, queue }) => ({ id: item.id ?? newId(), item, queue }));
  const known = await askWhatIsKnown(transaction, candidates);
  const duplicates = duplicatesOf(known.taken);
  const fresh = candidates.filter(({ id }) => !duplicates.has(id));
  const contacts = await resolveContacts(transaction, peopleOf(fresh), known.contacts);
  const placed = await placeFresh(transaction, { fresh, contacts, threads: known.threads });
  const { client } = transaction;
  await transaction.commit([
    ...passKeysOn(candidates, duplicates),
    ...(await copyRows(client, 'interactions', placed.map(interactionRow))),
    ...(await copyBodies(client, fresh)),
    ...(await copyRows(client, 'events', placed.flatMap(eventRows))),
  ]);
  return candidates.map(({ id }) => {
    const earlier = duplicates.get(id);
    return { interactionId: earlier ?? id, duplicate: earlier !== undefined };
  });
}

interface Known {
  readonly taken: readonly Taken[];
  readonly threads: readonly ThreadRow[];
  readonly contacts: readonly ContactRow[];
}

/** Claims the candidates' keys, and asks for what they refer to, in one flight. */
async function askWhatIsKnown(transaction: FlightTransaction, candidates: readonly Candidate[]): Promise<Known> {
  const claims = claimKeys(candidates);
  const threads = askForThreads(candidates.map(({ item }) => answering(item)));
  const contacts = askForContacts(peopleOf(candidates));
  const statements: readonly Statement[] = [...claims, ...threads, ...contacts];
  if (statements.length === 0) return { taken: [], threads: [], contacts: [] };
  const rows = await transaction.send(statements);
  // Each part is what its statements answered; of the claims, the second answers.
  const part = <Row>(of: readonly Statement<Row>[], end: number): readonly Row[] =>
    of.length === 0 ? [] : ((rows[end - 1] ?? []) as readonly Row[]);
  return {
    taken: part(claims, claims.length),
    threads: part(threads, claims.length + threads.length),
    contacts: part(contacts, statements.length),
  };
}

function peopleOf(candidates: readonly Candidate[]): Person[] {
  return candidates.flatMap(({ item }) => personOf(item) ?? []);
}

function personOf({ tenantId, from, addressKind: kind }: NewInteraction): Person | undefined {
  return from && { tenantId, from, kind };
}

/** Finds thread and parent of each, by what it answers or by the forward it replies to. */
async function placeFresh(
  { client }: FlightTransaction,
  found: {
    readonly fresh: readonly (Candidate & { readonly queue: string })[];
    readonly contacts: ReadonlyMap<string, string>;
    readonly threads: readonly ThreadRow[];
  },
): Promise<Placed[]> {
  const threadOf = threadFinder(found.threads);
  const answers = found.fresh.map(({ item }) => threadOf(answering(item)));
  const forwards = await resolveForwards(
    client,
    found.fresh.map(({ item }, index) => ({
      tenantId: item.tenantId,
      subject: item.message.subject,
      parentId: answers[index]?.interactionId,
    })),
  );
  return found.fresh.map((candidate, index): Placed => {
    const { id, item, queue } = candidate;
    const forward = forwards[index];
    const before = forward ?? answers[index];
    const person = personOf(item);
    const contactId = person && found.contacts.get(contactKey(person));
    return {
      candidate,
      queue,
      threadId: before?.threadId ?? id,
      parentId: before?.interactionId ?? null,
      contactId: contactId ?? null,
      forward,
    };
  });
}

/** Message-IDs an item answers, oldest first; In-Reply-To is the closest. */
function answering({ tenantId, message }: NewInteraction): Answering {
  return {
    tenantId,
    messageIds: [...message.references, ...(message.inReplyTo === undefined ? [] : [message.inReplyTo])],
  };
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
    endpoint: item.endpoint,
    mailbox: item.mailbox,
    queue,
    placed_at: now,
    moved_at: now,
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
