import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Caller } from '#test/support/api.ts';
import { type ChatCustomer, chatCustomer } from '#test/support/chat-customer.ts';
import { sitDown } from '#test/support/desk.ts';
import { freePort } from '#test/support/free-port.ts';
import { until } from '#test/support/until.ts';
import { startWholeProduct, type WholeProduct } from '#test/support/whole-product.ts';

let product: WholeProduct;
const customers: ChatCustomer[] = [];
const messagesEach = 40;
const killedAfter = 15;

beforeAll(async () => {
  product = await startWholeProduct({ argv: [`--port=${await freePort()}`] });
});
afterAll(async () => {
  for (const { client } of customers) client.stop();
  await product?.stop();
});

/** Says everything in turn, each when the one before is confirmed; tells how far it is. */
async function sayAll(customer: ChatCustomer, onSaid: (count: number) => void): Promise<void> {
  for (let count = 1; count <= messagesEach; count += 1) {
    customer.client.say(`c${count}`);
    await customer.allSaid();
    onSaid(count);
  }
}

/** As the desktop does: the same message under the same id until the server says that it has it. */
async function tellAll(agent: Caller, id: string): Promise<void> {
  for (let count = 1; count <= messagesEach; count += 1) {
    const body = { clientId: `agent ${count}`, text: `a${count}` };
    await until(async () => {
      const answer = await agent.call('POST', `/api/chats/${id}/messages`, body).catch(() => undefined);
      return answer?.status === 200 ? true : undefined;
    });
  }
}

it('goes on after the serving process is killed, with no message lost, doubled or out of order', async () => {
  const { url } = product;
  for (const useSocket of [true, true, false]) customers.push(await chatCustomer({ url, useSocket }, { text: 'c0' }));
  const desk = await sitDown(product, { userName: 'ada', media: 'chat' });
  for (const { client } of customers) {
    const id = client.key?.sessionId ?? '';
    await desk.invited((invitation) => invitation.id === id);
    await desk.accept(id);
  }
  const isHalf = Promise.withResolvers<void>();

  const talking = [
    ...customers.map((customer) => sayAll(customer, (count) => count === killedAfter && isHalf.resolve())),
    ...customers.map(({ client }) => tellAll(desk.who, client.key?.sessionId ?? '')),
  ];
  await isHalf.promise;
  await product.restart();
  await Promise.all(talking);

  const all = Array.from({ length: messagesEach }, (_, index) => index + 1);
  for (const { client, next, seen } of customers) {
    await next(({ text }) => text === `a${messagesEach}`);
    const { rows } = await product.pool.query<{ seq: number; text: string; from_kind: string }>(
      `select seq::int, text, from_kind from chat_messages where session_id = $1 and kind = 'message' order by seq`,
      [client.key?.sessionId],
    );
    const of = (kind: string) => rows.filter((row) => row.from_kind === kind).map(({ text }) => text);
    expect(of('customer')).toEqual(['c0', ...all.map((count) => `c${count}`)]);
    expect(of('agent')).toEqual(all.map((count) => `a${count}`));
    await until(async () => (seen.length >= rows.length ? true : undefined));
    const numbers = seen.map(({ seq }) => seq);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  }
});
