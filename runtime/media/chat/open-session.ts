import type { Pool } from 'pg';
import type { z } from 'zod';
import type { ChatSettings, openChatSchema } from '#dsl/protocol/chat.ts';
import type { NewInteraction } from '../../interaction/new-interaction.ts';
import type { Submissions } from '../../interaction/submit.ts';
import { newId } from '../../store/new-id.ts';
import type { ChatLog } from './chat-log.ts';
import { readChatSettings } from './chat-settings.ts';
import { hashOf, newToken } from './session-token.ts';

/** What opening a session needs. */
export interface OpenDeps {
  readonly pool: Pool;
  readonly submissions: Pick<Submissions, 'submit'>;
  readonly log: ChatLog;
}

type Wish = z.output<typeof openChatSchema>;

/**
 * Opens a session: it becomes an interaction in the endpoint's queue, with the customer's contact. The same client key is the same
 * session under a new token, so that a page whose answer was lost asks again. Throws `request/not-found` without such an endpoint.
 */
export async function openSession(deps: OpenDeps, wish: Wish): Promise<{ sessionId: string; token: string }> {
  const { pool, log } = deps;
  const settings = await readChatSettings(pool, wish.tenant, wish.endpoint);
  const token = newToken();
  const now = new Date();
  const { rows } = await pool.query<{ id: string }>(
    `insert into chat_sessions (id, tenant_id, endpoint, client_key, token_hash, customer_name, customer_email, subject, opened_at,
       last_activity_at, due_at, rules)
     select $1, t.id, $3, $4, $5, $6, $7, $8, $9, $9, $10, $11 from tenants t where t.id = $2
     on conflict (tenant_id, client_key) do update set token_hash = excluded.token_hash
     returning id`,
    [
      newId(),
      wish.tenant,
      wish.endpoint,
      wish.clientKey,
      hashOf(token),
      wish.name,
      wish.email === '' ? null : wish.email.toLowerCase(),
      wish.subject,
      now,
      firstLook(settings, now),
      JSON.stringify(settings),
    ],
  );
  // A tenant nobody has is an endpoint nobody has: the way in says so.
  const sessionId = rows[0]?.id ?? newId();
  if (!(await isInteraction(pool, sessionId))) await submit(deps, interactionOf(sessionId, wish, now), sessionId);
  // Without an address there is no contact, and still a name to be called by.
  if (wish.email === '' && wish.name !== '') {
    await pool.query(`update interactions set from_address = '', from_name = $2 where id = $1`, [sessionId, wish.name]);
  }
  if (wish.text !== '') {
    await log.write({
      sessionId,
      kind: 'message',
      author: 'customer',
      from: { kind: 'customer', name: wish.name },
      visibility: 'all',
      text: wish.text,
      clientId: 'first',
    });
  }
  return { sessionId, token };
}

async function submit({ pool, submissions }: OpenDeps, interaction: NewInteraction, sessionId: string): Promise<void> {
  try {
    await submissions.submit(interaction);
  } catch (error) {
    // The same start, asked for twice at once: the other one has it.
    if (await isInteraction(pool, sessionId)) return;
    await pool.query('delete from chat_sessions where id = $1', [sessionId]);
    throw error;
  }
}

async function isInteraction(pool: Pool, id: string): Promise<boolean> {
  const { rows } = await pool.query('select from interactions where id = $1', [id]);
  return rows.length > 0;
}

function firstLook(settings: ChatSettings, now: Date): Date | 'infinity' {
  const seconds = settings.asynchronous ? settings.sleepAlertSeconds : settings.alertSeconds;
  return seconds === 0 ? 'infinity' : new Date(now.getTime() + seconds * 1000);
}

function interactionOf(id: string, wish: Wish, now: Date): NewInteraction {
  const subject = wish.subject || wish.text.slice(0, 80) || 'Chat';
  const from = wish.email === '' ? undefined : { address: wish.email.toLowerCase(), name: wish.name };
  const data = Object.fromEntries(Object.entries(wish.data).map(([key, value]) => [`Customer.${key}`, value]));
  return {
    id,
    tenantId: wish.tenant,
    endpoint: wish.endpoint,
    media: 'chat',
    type: 'Inbound',
    subtype: 'InboundNew',
    onceKeys: [`chat ${id}`],
    receivedAt: now,
    priority: 0,
    from,
    data: { ...data, IsOnline: '1', CustomerName: wish.name, EmailAddress: wish.email },
    message: {
      direction: 'in',
      references: [],
      subject,
      from,
      to: [],
      cc: [],
      bcc: [],
      text: wish.text,
      headers: [],
      automatic: 'none',
      problems: [],
      attachments: [],
    },
  };
}
