import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChatMessage } from '#dsl/protocol/chat.ts';
import { type ChatCustomer, chatCustomer } from '#test/support/chat-customer.ts';
import { type Desk, sitDown } from '#test/support/desk.ts';
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
beforeEach(() => settings({}));

async function settings(changes: object): Promise<void> {
  expectStatus(await product.administrator.call('PUT', '/api/chat-settings/default', changes), 204);
}

async function arrives(): Promise<ChatCustomer> {
  const customer = await chatCustomer({ url: product.url }, { text: 'Hello' });
  customers.push(customer);
  return customer;
}

/** Asks as the customer's page does. */
function ask({ client }: ChatCustomer, path: string, init: RequestInit = {}): Promise<Response> {
  const { sessionId, token } = client.key ?? { sessionId: '', token: '' };
  const headers = {
    'x-chat-token': token,
    ...(typeof init.body === 'string' && { 'content-type': 'application/json' }),
  };
  return fetch(`${product.url}/api/chat/sessions/${sessionId}/${path}`, { ...init, headers });
}

const ofKind = (kind: ChatMessage['kind']) => (message: ChatMessage) => message.kind === kind;

describe('who writes', () => {
  it('is told now and then only, however often a page says it', async () => {
    const customer = await arrives();
    const id = customer.client.key?.sessionId ?? '';
    const page = await openPage(customer, 1);
    await ada.invited((invitation) => invitation.id === id);
    await ada.accept(id);

    await Promise.all(Array.from({ length: 30 }, () => ada.call('POST', `/api/chats/${id}/typing`, { on: true })));
    customer.client.say('the end');
    await page.hears('the end');

    const typing = page.heard.filter(({ type }) => type === 'typing');
    expect(typing.length).toBeGreaterThan(0);
    expect(typing.length).toBeLessThan(30);
    page.close();
    expectStatus(await ada.call('POST', `/api/chats/${id}/end`, {}), 204);
  });
});

describe('silence', () => {
  it('is asked about once an agent is there, and then ends the chat', async () => {
    await settings({ alertSeconds: 1, closeSeconds: 1, alertText: 'Still there?', closeText: 'Good-bye.' });
    const customer = await arrives();
    const id = customer.client.key?.sessionId ?? '';
    await ada.invited((invitation) => invitation.id === id);
    await ada.accept(id);

    expect((await customer.next(ofKind('alert'))).text).toBe('Still there?');
    expect((await customer.next(ofKind('closed'))).text).toBe('Good-bye.');
    expectStatus(await ada.call('POST', `/api/chats/${id}/end`, {}), 204);
  });
});

describe('what a customer may send', () => {
  it('is a file, which nobody gets by the token of another chat', async () => {
    const [customer, other] = [await arrives(), await arrives()];
    await customer.client.sendFile(new File(['<script>'], 'a\u202e.html', { type: 'text/html' }));
    const sent = await customer.next(ofKind('file'));

    const own = await ask(customer, `files/${sent.file?.id}`);
    const foreign = await ask(other, `files/${sent.file?.id}`);

    expect(await own.text()).toBe('<script>');
    expect(own.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(own.headers.get('content-security-policy')).toContain('sandbox');
    expect(foreign.status).toBe(404);
  });

  it('ends where nobody could read it any more, in number and in length', async () => {
    const customer = await arrives();
    const say = (text: string, number = 0) =>
      ask(customer, 'messages', { method: 'POST', body: JSON.stringify({ clientId: `flood ${number}`, text }) });
    const answers = await Promise.all(Array.from({ length: 40 }, (_, number) => say('flood', number)));

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]));
    expect((await say('x'.repeat(4001))).status).toBe(400);
  });

  it('is nothing for agents only, and no address to push', async () => {
    const customer = await arrives();
    const say = (changes: object) =>
      ask(customer, 'messages', {
        method: 'POST',
        body: JSON.stringify({ clientId: 'x', text: 'https://x.example', ...changes }),
      });

    expect((await say({ visibility: 'agents' })).status).toBe(403);
    expect((await say({ kind: 'push-url' })).status).toBe(403);
  });
});

describe('a site', () => {
  it('opens chats when the settings name it, or when they name none', async () => {
    await settings({ origins: ['https://shop.example'] });
    const open = (origin: string, clientKey: string) =>
      fetch(`${product.url}/api/chat/sessions`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin },
        body: JSON.stringify({ clientKey }),
      });

    expect((await open('https://other.example', 'a key of sixteen')).status).toBe(403);
    const first = await open('https://shop.example', 'another key, of more');
    const again = await open('https://shop.example', 'another key, of more');

    expect(first.headers.get('access-control-allow-origin')).toBe('*');
    const [one, two] = [await first.json(), await again.json()] as { sessionId: string; token: string }[];
    expect(two?.sessionId).toBe(one?.sessionId);
    expect(two?.token).not.toBe(one?.token);
  });
});

describe('a page that says too much', () => {
  it('follows its chat once however often it says hello', async () => {
    const customer = await arrives();
    const page = await openPage(customer, 5);

    customer.client.say('the end');
    await page.hears('the end');

    const said = page.heard.flatMap(({ messages = [] }) => messages);
    expect(said.filter(({ text }) => text === 'the end')).toHaveLength(1);
    expect(page.heard.filter(({ type }) => type === 'session')).toHaveLength(1);
    page.close();
  });
});

interface Page {
  readonly heard: readonly { readonly type: string; readonly messages?: readonly ChatMessage[] }[];
  /** Resolves when this has been said. */
  hears(text: string): Promise<void>;
  close(): void;
}

/** A second page of the customer, by hand, that says hello so often. */
async function openPage({ client }: ChatCustomer, hellos: number): Promise<Page> {
  const { sessionId, token } = client.key ?? { sessionId: '', token: '' };
  const socket = new WebSocket(`${product.url.replace('http', 'ws')}/api/chat/sessions/${sessionId}/socket`);
  const heard: Page['heard'][number][] = [];
  const changed = new EventTarget();
  socket.addEventListener('message', ({ data }) => {
    heard.push(JSON.parse(String(data)) as Page['heard'][number]);
    changed.dispatchEvent(new Event('heard'));
  });
  await once(socket, 'open');
  for (let count = 0; count < hellos; count += 1) socket.send(JSON.stringify({ type: 'hello', token, since: 0 }));
  return {
    heard,
    async hears(text) {
      while (!heard.some(({ messages = [] }) => messages.some((message) => message.text === text)))
        await once(changed, 'heard');
    },
    close: () => socket.close(),
  };
}
