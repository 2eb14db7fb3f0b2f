import type { PoolClient } from 'pg';
import { CodedError } from '#dsl/errors/coded-error.ts';
import type { NewMail } from '#dsl/protocol/desktop.ts';
import type { Address } from '#dsl/protocol/interactions.ts';
import { findContacts } from '../contact/find-contacts.ts';
import { makeContact } from '../contact/make-contact.ts';
import { personNames } from '../media/email/attached-data.ts';
import { storableLine } from '../media/email/storable-text.ts';
import { inRetriedTransaction } from '../store/retried-transaction.ts';
import { publish } from '../store/signal.ts';
import { readDesktopRules } from '../tenant/desktop-rules.ts';
import type { AgentDeps } from './agent-deps.ts';
import { childId } from './child-id.ts';
import { composeReply } from './compose-reply.ts';
import { insertReply } from './insert-reply.ts';
import { type AgentRow, lockLoggedIn } from './load-agent.ts';
import type { Replied } from './reply-from-agent.ts';

interface SendingMailbox {
  readonly address: string;
  readonly endpoint: string;
}

/**
 * The agent writes to somebody who has not written: an outbound interaction with a thread of its own, in the queue that the
 * desktop's rules name; answers come to the mailbox and join the thread. It belongs to the contact of its first recipient, who
 * is made if there is none. It takes no room in the agent's capacity, as nothing is handled. The same `requestId` again
 * answers with the same interaction. Throws `request/conflict` unless they are logged in for e-mail and the rules name a
 * queue, `request/not-found` for a mailbox that is none or is off, `request/invalid` for an address that is none.
 */
export async function sendNewMail(deps: AgentDeps, agentId: string, mail: NewMail): Promise<Replied> {
  const { sent, tenantId } = await inRetriedTransaction(deps.pool, async (client) => {
    const agent = await lockLoggedIn(client, agentId);
    const id = childId(agentId, mail.mailbox, mail.requestId);
    const before = await client.query<{ queue: string | null }>(
      `select (select e.facts ->> 'queue' from events e where e.interaction_id = i.id and e.kind = 'PlacedInQueue' order by e.id limit 1) as queue
       from interactions i where i.id = $1`,
      [id],
    );
    const isNew = before.rows[0] === undefined;
    const queue = isNew
      ? await insertMail(client, { agent, mail, id, now: deps.now() })
      : (before.rows[0]?.queue ?? '');
    return { sent: { interactionId: id, queue, duplicate: !isNew }, tenantId: agent.tenantId };
  });
  await deps.wake.queue(tenantId, sent.queue);
  return sent;
}

interface Sending {
  readonly agent: AgentRow;
  readonly mail: NewMail;
  readonly id: string;
  readonly now: Date;
}

async function insertMail(client: PoolClient, { agent, mail, id, now }: Sending): Promise<string> {
  await checkMedia(client, agent);
  const { tenantId } = agent;
  const { newMailQueue: queue } = await readDesktopRules(client, tenantId);
  if (queue === '') throw refused(agent, 'has no queue for new e-mails; a supervisor names one in the desktop rules');
  const mailbox = await loadMailbox(client, tenantId, mail.mailbox);
  const from = { address: mailbox.address, name: storableLine(agent.name, 200) };
  const message = composeReply({ ...mail, forwards: false, keepOpen: false }, from, {
    childId: id,
    answered: undefined,
  });
  const contactId = await contactOf(client, tenantId, message.to[0]);
  await insertReply(client, {
    id,
    agent,
    parent: {
      id: null,
      endpoint: mailbox.endpoint,
      mailbox: mailbox.address,
      priority: 0,
      contact_id: contactId,
      thread_id: id,
      data: {},
    },
    message,
    media: 'email',
    answers: undefined,
    visibility: undefined,
    uploads: mail.attachments,
    forwards: false,
    queue,
    now,
  });
  await publish(client, [
    { kind: 'interaction', tenantId, interactionId: id },
    { kind: 'queues', tenantId },
  ]);
  return queue;
}

/** The agent has logged in for e-mail, ready or not, with capacity for it. */
async function checkMedia(client: PoolClient, agent: AgentRow): Promise<void> {
  const { rowCount } = await client.query("select from agent_media where agent_id = $1 and media = 'email'", [
    agent.id,
  ]);
  if (rowCount === 0) throw refused(agent, 'is not logged in for e-mail');
}

async function loadMailbox(client: PoolClient, tenantId: string, name: string): Promise<SendingMailbox> {
  const { rows } = await client.query<SendingMailbox>(
    `select settings ->> 'address' as address, settings ->> 'endpoint' as endpoint from mailboxes
     where tenant_id = $1 and name = $2 and coalesce((settings ->> 'enabled')::boolean, true)`,
    [tenantId, name],
  );
  if (rows[0] === undefined) throw new CodedError('request/not-found', { kind: 'mailbox', name });
  return rows[0];
}

async function contactOf(client: PoolClient, tenantId: string, to: Address | undefined): Promise<string | null> {
  if (to === undefined) return null;
  const { first, last } = personNames(to.name);
  const given = {
    EmailAddress: to.address,
    ...(first !== '' && { FirstName: first }),
    ...(last !== '' && { LastName: last }),
  };
  const { ids } = await findContacts(client, tenantId, { steps: [['EmailAddress']], given });
  return ids[0] ?? (await makeContact(client, tenantId, given)).id;
}

function refused(agent: AgentRow, reason: string): CodedError {
  return new CodedError('request/conflict', { kind: 'agent', name: agent.userName, reason });
}
