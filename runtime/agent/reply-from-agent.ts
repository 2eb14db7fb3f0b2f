import type { PoolClient } from 'pg';
import type { Address } from '#dsl/protocol/interactions.ts';
import { newId } from '../store/new-id.ts';
import { inRetriedTransaction } from '../store/retried-transaction.ts';
import { publish } from '../store/signal.ts';
import { isAddress } from '../media/email/is-address.ts';
import { storableLine } from '../media/email/storable-text.ts';
import type { AgentDeps } from './agent-deps.ts';
import { childId } from './child-id.ts';
import { type AnsweredMessage, type ComposedReply, composeReply, type Reply } from './compose-reply.ts';
import { composeSms } from './compose-sms.ts';
import { composeText, isAnsweredInText } from './compose-text.ts';
import { insertReply } from './insert-reply.ts';
import { type AgentRow, loadAgent } from './load-agent.ts';
import { conflict, type InteractionRow, lockInteraction, stateAfter } from './lock-interaction.ts';
import { stopHandling } from './stop-handling.ts';

/** What a reply became. */
export interface Replied {
  /** The child: an interaction of its own in an out-queue. */
  readonly interactionId: string;
  readonly queue: string;
  /** The same request had been carried out before. */
  readonly duplicate: boolean;
}

/**
 * The agent answers what they handle: the reply becomes a child interaction in the out-queue chosen, the first one unless
 * given, and the parent stops unless it is kept open; all or nothing. The same `requestId` again answers with the same child.
 * Throws `request/conflict` unless they handle it and for a queue that its strategy does not allow, `request/invalid` for an
 * address that is none.
 */
export async function replyFromAgent(
  deps: AgentDeps,
  agentId: string,
  interactionId: string,
  reply: Reply,
): Promise<Replied> {
  const { replied, tenantId } = await inRetriedTransaction(deps.pool, async (client) => {
    const agent = await loadAgent(client, agentId);
    const parent = await lockInteraction(client, agent, interactionId);
    const id = reply.requestId === undefined ? newId() : childId(agentId, interactionId, reply.requestId);
    const before = await client.query<{ queue: string | null }>(
      `select (select e.facts ->> 'queue' from events e where e.interaction_id = i.id and e.kind = 'PlacedInQueue' order by e.id limit 1) as queue
       from interactions i where i.id = $1 and i.parent_id = $2`,
      [id, interactionId],
    );
    if (before.rows[0] !== undefined) {
      const sent: Replied = { interactionId: id, queue: before.rows[0].queue ?? '', duplicate: true };
      return { replied: sent, tenantId: agent.tenantId };
    }
    const queue = await sendReply(client, { agent, parent, reply, id, now: deps.now() });
    return { replied: { interactionId: id, queue, duplicate: false }, tenantId: agent.tenantId };
  });
  await deps.wake.queue(tenantId, replied.queue);
  return replied;
}

interface Sending {
  readonly agent: AgentRow;
  readonly parent: InteractionRow;
  readonly reply: Reply;
  readonly id: string;
  readonly now: Date;
}

async function sendReply(client: PoolClient, { agent, parent, reply, id, now }: Sending): Promise<string> {
  const state = stateAfter(parent, agent, { state: 'handling', event: 'stop' });
  const queue = outQueue(parent, reply.queue);
  const isText = await isAnsweredInText(client, parent);
  const message = isText
    ? composedText(parent, reply, id)
    : await composedMail(client, { agent, parent, reply, id, now });
  await insertReply(client, {
    id,
    agent,
    parent,
    message,
    media: isText ? parent.media : 'email',
    answers: reply.answers,
    visibility: reply.visibility,
    uploads: reply.attachments,
    forwards: reply.forwards,
    queue,
    now,
  });
  if (reply.keepOpen) {
    await client.query('delete from drafts where interaction_id = $1 and agent_id = $2', [parent.id, agent.id]);
  } else {
    await stopHandling(client, agent, parent, { state, reason: 'Replied', now });
  }
  await publish(client, [
    { kind: 'agent', tenantId: agent.tenantId, agentId: agent.id },
    { kind: 'interaction', tenantId: agent.tenantId, interactionId: parent.id },
    { kind: 'interaction', tenantId: agent.tenantId, interactionId: id },
    { kind: 'queues', tenantId: agent.tenantId },
  ]);
  return queue;
}

/** A message in plain words is answered from where it came to, such as the number of an SMS. */
function composedText(parent: InteractionRow, reply: Reply, id: string): ComposedReply {
  return parent.media === 'sms' ? composeSms(reply, parent, id) : composeText(reply, parent, id);
}

/** A mail is answered from its mailbox. */
async function composedMail(client: PoolClient, { agent, parent, reply, id }: Sending): Promise<ComposedReply> {
  const { rows } = await client.query<AnsweredMessage>(
    'select message_id, reference_ids from messages where interaction_id = $1',
    [parent.id],
  );
  return composeReply(reply, sender(parent, agent), { childId: id, answered: rows[0] });
}

function outQueue(parent: InteractionRow, wanted: string | undefined): string {
  const allowed = parent.out_queues;
  const queue = wanted ?? allowed[0];
  if (queue === undefined) {
    throw conflict(parent, 'has no out-queue for a reply; its strategy names them in Route Interaction');
  }
  if (!allowed.includes(queue)) {
    throw conflict(
      parent,
      `does not allow a reply through "${queue}"; its strategy allows ${allowed.join(', ') || 'none'}`,
    );
  }
  return queue;
}

/** The address that was written to, under the agent's name. */
function sender(parent: InteractionRow, agent: AgentRow): Address {
  const written = [parent.data['Mailbox'], parent.mailbox, parent.to_address, agent.email];
  const address = written.find((text): text is string => typeof text === 'string' && isAddress(text));
  if (address === undefined) {
    throw conflict(parent, 'was sent to no address that could be answered from; give the agent an e-mail address');
  }
  return { address, name: storableLine(agent.name, 200) };
}
