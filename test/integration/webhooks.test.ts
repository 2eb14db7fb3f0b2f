import { createHmac } from 'node:crypto';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { WebhookSender } from '#runtime/events/webhook-sender.ts';
import { type Caller, startTestApi, type TestApi } from '#test/support/api.ts';
import { type SeenRequest, startWebService, type WebService } from '#test/support/web-service.ts';

let api: TestApi;
let service: WebService;
let administrator: Caller;
let status = 200;
beforeAll(async () => {
  api = await startTestApi();
  service = await startWebService((_request, response) => response.writeHead(status).end());
  administrator = await api.as('administrator');
});
afterAll(() => Promise.all([api.stop(), service.stop()]));
afterEach(async () => {
  await api.database.pool.query('delete from webhooks');
  service.seen.length = 0;
  status = 200;
});

const log = pino({ level: 'silent' });

const sender = (inSeconds = 1, allowedHosts = [service.host]): WebhookSender =>
  new WebhookSender({
    pool: api.database.pool,
    box: api.box,
    log,
    allowedHosts,
    now: () => new Date(Date.now() + inSeconds * 1000),
  });

/** A turn of the sender, so many seconds from now. */
const turn = async (inSeconds?: number, allowedHosts?: string[]): Promise<void> => {
  const one = sender(inSeconds, allowedHosts);
  await one.begin();
  await one.settled();
};

const create = async (kinds: string[] = []): Promise<string> => {
  const made = await administrator.call('POST', '/api/webhooks', {
    name: 'Data hall',
    url: `${service.origin}/in`,
    kinds,
  });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body.secret;
};
const write = (...kinds: string[]) =>
  api.database.pool.query(`insert into events (tenant_id, kind) select 'default', unnest($1::text[])`, [kinds]);
const kindsIn = ({ body }: SeenRequest): string[] =>
  (JSON.parse(body) as { events: { kind: string }[] }).events.map(({ kind }) => kind);
const shown = async () => (await administrator.call('GET', '/api/webhooks')).body[0];

test('posts events in their order, signed with the secret and the time', async () => {
  await write('before it was made');
  const secret = await create();
  await write('a', 'b');
  await write('c');

  await turn();

  const [post] = service.seen;
  if (post === undefined) throw new Error('nothing was posted');
  expect(service.seen.map(kindsIn)).toEqual([['a', 'b', 'c']]);
  const timestamp = post.headers['x-signalbox-timestamp'];
  const expected = createHmac('sha256', secret)
    .update(`${String(timestamp)}.${post.body}`)
    .digest('hex');
  expect(post.headers['x-signalbox-signature']).toBe(`v1=${expected}`);
  expect(JSON.stringify((await administrator.call('GET', '/api/webhooks')).body)).not.toContain(secret);
});

test('posts only what is wanted, and each event once', async () => {
  await create(['Rejected']);
  await write('PlacedInQueue', 'Rejected', 'PlacedInQueue');

  await turn();
  await turn();
  await write('PlacedInQueue');
  await turn();

  expect(service.seen.map(kindsIn)).toEqual([['Rejected']]);
});

test('repeats what was not taken, later each time, and goes on where it stopped', async () => {
  await create();
  await write('a');
  status = 503;

  await turn();
  await write('b');
  await turn();
  const failing = await shown();
  status = 204;
  await turn(10);
  await turn(10);

  expect(failing).toMatchObject({ failures: 1, problem: 'The address answered with 503.', enabled: true });
  expect(service.seen.map(kindsIn)).toEqual([['a'], ['a', 'b']]);
  expect(await shown()).toMatchObject({ failures: 0, problem: null, failingSince: null });
  const { body } = await administrator.call('GET', '/api/webhooks/Data%20hall/deliveries');
  expect(body).toMatchObject([
    { status: 204, events: 2, problem: null },
    { status: 503, events: 1 },
  ]);
});

test('senders at the same time post an event once', async () => {
  await create();
  await write('a');

  await Promise.all([turn(), turn(), turn()]);

  expect(service.seen.map(kindsIn)).toEqual([['a']]);
});

test('catches up with more events than one post holds, without losing one', async () => {
  await create();
  const many = Array.from({ length: 250 }, (_one, index) => `e${index}`);
  await write(...many);

  await turn();

  expect(service.seen.map((post) => kindsIn(post).length)).toEqual([100, 100, 50]);
  expect(service.seen.flatMap(kindsIn)).toEqual(many);
});

test('is switched off after a day of failures, keeps its place and goes on when it is switched on', async () => {
  await create();
  await write('a');
  status = 500;

  await turn();
  await turn(25 * 3600);
  const off = await shown();
  status = 200;
  await turn(26 * 3600);
  const url = `${service.origin}/in`;
  const saved = await administrator.call('PUT', '/api/webhooks/Data%20hall', { url, kinds: [], enabled: true });
  await turn();

  expect(off).toMatchObject({ enabled: false, failures: 2, problem: 'The address answered with 500.' });
  expect(saved.status).toBe(204);
  expect(service.seen.map(kindsIn)).toEqual([['a'], ['a'], ['a']]);
  expect(await shown()).toMatchObject({ enabled: true, failures: 0 });
});

test('does not post to a private address that is not allowed', async () => {
  await create();
  await write('a');

  await turn(1, []);

  expect(service.seen).toEqual([]);
  expect((await shown()).problem).toMatch('private address');
});

test('a test posts without events, also while it is switched off', async () => {
  await create();
  const url = `${service.origin}/in`;
  await administrator.call('PUT', '/api/webhooks/Data%20hall', { url, enabled: false });
  await administrator.call('POST', '/api/webhooks/Data%20hall/test');

  await turn();
  await turn();

  expect(service.seen.map(kindsIn)).toEqual([[]]);
});

test.each([['ftp://example.org/'], ['https://user:secret@example.org/'], ['not an address']])(
  'refuses %s as an address',
  async (url) => {
    const made = await administrator.call('POST', '/api/webhooks', { name: 'Wrong', url });
    expect([made.status, made.body.field]).toEqual([400, 'url']);
  },
);

test('posts to every webhook, however many there are', async () => {
  for (let number = 0; number < 25; number += 1) {
    const url = `${service.origin}/in/${number}`;
    await administrator.call('POST', '/api/webhooks', { name: `Hall ${number}`, url });
  }
  await write('a');
  await turn();
  await write('b');
  await turn();

  const addresses = new Set(service.seen.map(({ url }) => url));
  expect(addresses.size).toBe(25);
  expect(service.seen).toHaveLength(50);
});

test('does not let one that answers slowly hold up the others', async () => {
  const slow = await startWebService(() => undefined);
  await administrator.call('POST', '/api/webhooks', { name: 'Slow', url: `${slow.origin}/in` });
  await create();
  const one = sender(1, [service.host, slow.host]);
  await write('a');
  await one.begin();
  await vi.waitFor(() => expect(service.seen).toHaveLength(1));
  await write('b');

  await vi.waitFor(async () => {
    await one.begin();
    expect(service.seen.map(kindsIn)).toEqual([['a'], ['b']]);
  });

  expect(slow.seen).toHaveLength(1);
  await slow.stop();
  await one.settled();
});
