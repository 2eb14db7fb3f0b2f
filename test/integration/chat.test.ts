import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChatMessage } from '#dsl/protocol/chat.ts';
import { type ChatCustomer, chatCustomer } from '#test/support/chat-customer.ts';
import { type Desk, sitDown } from '#test/support/desk.ts';
import { mailTo } from '#test/support/mail/read-sunk.ts';
import { until } from '#test/support/until.ts';
import { expectStatus, startWholeProduct, type WholeProduct } from '#test/support/whole-product.ts';

let product: WholeProduct;
let ada: Desk;
const customers: ChatCustomer[] = [];

beforeAll(async () => {
  product = await startWholeProduct();
  ada = await sitDown(product, { userName: 'ada', media: 'chat' });
});
afterAll(async () => {
  for (const { client } of customers) client.stop();
  await product?.stop();
});
beforeEach(() => ada.ready(true));

async function arrives(email: string, options: { useSocket?: boolean } = {}): Promise<ChatCustomer> {
  const wish = { name: 'Eve Example', email, subject: 'A parcel', text: 'Where is it?' };
  const customer = await chatCustomer({ url: product.url, ...options }, wish);
  customers.push(customer);
  return customer;
}

function idOf({ client }: ChatCustomer): string {
  return client.key?.sessionId ?? '';
}

async function says(id: string, text: string, changes: object = {}) {
  const clientId = crypto.randomUUID();
  const answer = await ada.call('POST', `/api/chats/${id}/messages`, { clientId, text, ...changes });
  expectStatus(answer, 200);
  return { clientId, seq: answer.body.seq as number };
}

async function interactionOf(id: string) {
  const { rows } = await product.pool.query<{
    state: string;
    stop_reason: string | null;
    contact_id: string | null;
    data: Record<string, string>;
    text: string;
  }>(
    `select i.state, i.stop_reason, i.contact_id, i.data, m.text from interactions i join messages m on m.interaction_id = i.id
     where i.id = $1`,
    [id],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('a chat is no interaction');
  return row;
}

const saying = (text: string) => (message: ChatMessage) => message.text === text;
const ofKind = (kind: ChatMessage['kind']) => (message: ChatMessage) => message.kind === kind;

describe('a chat', () => {
  it('is greeted, reaches an agent, goes both ways, ends, is stopped and mailed', async () => {
    const customer = await arrives('eve@example.com');
    const greeting = await customer.next(({ from }) => from.kind === 'strategy');
    expect(greeting.text).toContain('welcome to ABC');
    const { id } = await ada.invited(({ media }) => media === 'chat');
    expect(id).toBe(idOf(customer));
    await ada.accept(id);
    expect((await customer.next(ofKind('joined'))).from).toEqual({ kind: 'agent', name: 'Ada' });

    await says(id, 'Let me look.');
    await customer.next(saying('Let me look.'));
    customer.client.say('Thank you');
    await customer.allSaid();
    const log = await ada.call('GET', `/api/chats/${id}/messages?since=0`);
    expect(log.body.messages.map((one: ChatMessage) => one.text)).toContain('Thank you');
    await customer.client.close();
    await customer.until(({ state }) => state === 'closed');
    expectStatus(await ada.call('POST', `/api/chats/${id}/end`, {}), 204);

    await until(async () => (await interactionOf(id)).state === 'stopped' || undefined);
    const { stop_reason: reason, contact_id: contactId, data, text } = await interactionOf(id);
    expect(reason).toBe('chat ended');
    expect(contactId).not.toBeNull();
    expect(data).toMatchObject({ IsOnline: '0', CustomerName: 'Eve Example' });
    expect(text).toContain('Eve Example: Thank you');
    const mail = await mailTo(product.sink, 'eve@example.com', ({ subject }) => subject === 'Your chat with ABC');
    expect(mail.text).toContain('Ada: Let me look.');
  });

  it('shows customers nothing that is for agents', async () => {
    const customer = await arrives('');
    const { id } = await ada.invited(({ id: offered }) => offered === idOf(customer));
    await ada.accept(id);
    await says(id, 'a bad payer', { visibility: 'agents' });
    await says(id, 'What is your number?');

    await customer.next(saying('What is your number?'));

    expect(customer.seen.some(saying('a bad payer'))).toBe(false);
    expectStatus(await ada.call('POST', `/api/chats/${id}/end`, {}), 204);
    await customer.until(({ state }) => state === 'closed');
  });

  it('of a customer who leaves before an agent is there is stopped', async () => {
    await ada.ready(false);
    const customer = await arrives('');
    await customer.next(({ from }) => from.kind === 'strategy');

    await customer.client.close();

    await until(async () => (await interactionOf(idOf(customer))).state === 'stopped' || undefined);
    expect(await interactionOf(idOf(customer))).toMatchObject({ data: { IsOnline: '0' } });
  });

  it('goes over plain HTTP just as well', async () => {
    const customer = await arrives('', { useSocket: false });
    const { id } = await ada.invited(({ id: offered }) => offered === idOf(customer));
    await ada.accept(id);
    await customer.next(ofKind('joined'));
    await says(id, 'Over HTTP?');
    await customer.next(saying('Over HTTP?'));
    customer.client.say('Yes');
    await customer.allSaid();

    expect(customer.links).toEqual(['polling']);
    expectStatus(await ada.call('POST', `/api/chats/${id}/end`, {}), 204);
  });

  it('goes on where it was after its page is gone, and says nothing twice', async () => {
    const customer = await arrives('');
    const id = idOf(customer);
    await customer.next(({ from }) => from.kind === 'strategy');
    await ada.invited(({ id: offered }) => offered === id);
    await ada.accept(id);
    await customer.next(ofKind('joined'));
    const before = Math.max(...customer.seen.map(({ seq }) => seq));
    customer.client.stop();
    const { clientId, seq } = await says(id, 'Are you there?');
    const again = await ada.call('POST', `/api/chats/${id}/messages`, { clientId, text: 'Are you there?' });

    expect(again.body).toEqual({ seq, duplicate: true });
    const token = customer.client.key?.token ?? '';
    const missed = await fetch(`${product.url}/api/chat/sessions/${id}/messages?since=${before}`, {
      headers: { 'x-chat-token': token },
    });
    const { messages } = (await missed.json()) as { messages: ChatMessage[] };
    expect(messages.map(({ text }) => text)).toEqual(['Are you there?']);
    expectStatus(await ada.call('POST', `/api/chats/${id}/end`, {}), 204);
  });

  it('sleeps, and wakes when the customer writes', async () => {
    const customer = await arrives('');
    const id = idOf(customer);
    await ada.invited(({ id: offered }) => offered === id);
    await ada.accept(id);
    await customer.next(ofKind('joined'));
    expectStatus(await ada.call('POST', `/api/chats/${id}/sleep`, {}), 204);
    await customer.next(ofKind('asleep'));
    expect((await interactionOf(id)).data['LastAgent']).toBe('ada');

    customer.client.say('One more thing');

    await customer.next(ofKind('awake'));
    await ada.invited(({ id: offered }) => offered === id);
    await ada.accept(id);
    expectStatus(await ada.call('POST', `/api/chats/${id}/end`, {}), 204);
  });
});

describe('who may', () => {
  it('opens a session to its token only', async () => {
    const customer = await arrives('');
    const url = `${product.url}/api/chat/sessions/${idOf(customer)}/messages`;

    expect((await fetch(url)).status).toBe(401);
    expect((await fetch(url, { headers: { 'x-chat-token': 'x'.repeat(43) } })).status).toBe(401);
    await customer.client.close();
  });

  it('lets a supervisor listen, whisper and speak, and an agent without it not read', async () => {
    await ada.ready(false);
    const customer = await arrives('');
    const id = idOf(customer);
    const sam = await product.logIn('sam');
    const ben = await product.logIn('ben');
    const tell = (text: string, visibility = 'all') =>
      sam.call('POST', `/api/chats/${id}/messages`, { clientId: crypto.randomUUID(), text, visibility });

    expect((await ben.call('GET', `/api/chats/${id}/messages`)).status).toBe(403);
    expectStatus(await sam.call('GET', `/api/chats/${id}/messages`), 200);
    expect((await tell('Hello')).status).toBe(403);
    expectStatus(await sam.call('PUT', `/api/chats/${id}/watch`, { mode: 'coach' }), 204);
    expectStatus(await tell('Offer a refund', 'agents'), 200);
    expect((await tell('Hello')).status).toBe(403);
    expectStatus(await sam.call('PUT', `/api/chats/${id}/watch`, { mode: 'barge' }), 204);
    expectStatus(await tell('Sam here'), 200);

    expect((await customer.next(saying('Sam here'))).from).toEqual({ kind: 'supervisor', name: 'Sam' });
    expect(customer.seen.some(saying('Offer a refund'))).toBe(false);
    await customer.client.close();
  });
});
