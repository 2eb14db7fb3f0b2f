import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#runtime/store/new-id.ts';
import { publish } from '#runtime/store/signal.ts';
import { type Caller, startTestApi, type TestApi } from '#test/support/api.ts';
import { openPageSocket, refusalOf } from '#test/support/api-socket.ts';

let api: TestApi;
let agent: Caller;
let designer: Caller;
beforeAll(async () => {
  api = await startTestApi();
  [agent, designer] = await Promise.all([api.as('agent'), api.as('designer')]);
});
afterAll(() => api.stop());

/** An interaction that stands in a queue. */
async function placeInteraction(queue: string): Promise<string> {
  const id = newId();
  await api.database.pool.query(
    `insert into interactions (id, tenant_id, media, type, subtype, state, queue, placed_at, received_at, thread_id)
     values ($1, 'default', 'email', 'Inbound', 'InboundNew', 'queued', $2, now(), now(), $1)`,
    [id, queue],
  );
  await publish(api.database.pool, [
    { kind: 'interaction', tenantId: 'default', interactionId: id },
    { kind: 'queues', tenantId: 'default' },
  ]);
  return id;
}

test('sends the desktop whole after a subscription and on each change', async () => {
  const page = await openPageSocket(api.url, agent);
  page.subscribe('desktop');
  expect((await page.next('desktop')).state.loggedIn).toBe(false);

  await agent.call('POST', '/api/desktop/login', { media: ['email'] });
  await page.next('desktop', ({ state }) => state.loggedIn);
  await agent.call('POST', '/api/desktop/ready', { media: 'email', ready: true });
  const { state } = await page.next('desktop', (message) => message.state.media.some(({ ready }) => ready));

  expect(state.media).toMatchObject([{ media: 'email', ready: true, current: 0, capacity: 1 }]);
  await page.close();
});

test('notes the desktop while it is connected, and its end', async () => {
  const rows = async () => (await api.database.pool.query('select from desktop_connections')).rowCount;
  const page = await openPageSocket(api.url, agent);
  page.subscribe('desktop');
  await page.next('desktop');
  await expect.poll(rows).toBe(1);

  await page.close();
  await expect.poll(rows).toBe(0);
});

test('sends counts to designers, and tells which interactions changed', async () => {
  const page = await openPageSocket(api.url, designer);
  page.subscribe('counts', 'interactions');
  await page.next('counts');

  const id = await placeInteraction('Inbound queue');

  const { counts } = await page.next('counts', (message) => 'Inbound queue' in message.counts.queues);
  expect(counts.queues['Inbound queue']).toMatchObject({ queued: 1, held: 0 });
  expect((await page.next('interactions')).ids).toContain(id);
  await page.close();
});

test('sends what moves through a process to designers who watch it, and stops when they look away', async () => {
  const [page, other] = await Promise.all([openPageSocket(api.url, designer), openPageSocket(api.url, agent)]);
  const watched = { process: 'Watched', focus: { queue: 'Inbound queue' } };
  for (const socket of [page, other]) socket.sendText(JSON.stringify({ type: 'watch', watched }));

  const { process, traffic } = await page.next('traffic');
  expect(process).toBe('Watched');
  expect(traffic.series).toMatchObject({ focus: watched.focus, into: expect.any(Array) });

  page.sendText(JSON.stringify({ type: 'watch', watched: null }));
  await api.database.pool.query(
    `insert into events (tenant_id, at, kind, party, facts) values ('default', now(), 'PlacedInQueue', '{"kind": "agent", "name": "ada"}', '{"queue": "Seen later"}')`,
  );
  page.sendText(JSON.stringify({ type: 'watch', watched: { process: 'Watched', focus: null } }));
  const again = await page.next('traffic', (message) => 'Seen later' in message.traffic.queues);
  expect(again.traffic.queues['Seen later']).toMatchObject({
    arrivals: { hour: 1 },
    sources: { agent: { hour: 1 } },
  });
  // an agent's page asked first and was told nothing
  other.subscribe('desktop');
  await other.next('desktop');
  const heard = await Promise.race([other.next('traffic'), Promise.resolve('nothing')]);
  expect(heard).toBe('nothing');
  await Promise.all([page.close(), other.close()]);
});

test('gives agents no counts, whatever they subscribe to', async () => {
  const page = await openPageSocket(api.url, agent);
  page.subscribe('counts', 'interactions', 'desktop');
  await page.next('desktop');
  await placeInteraction('Hidden');

  const first = await Promise.race([page.next('counts'), page.next('interactions'), nextCounts()]);
  expect(first).toBe('told to a designer');
  await page.close();
});

/** Comes once counts have gone out to whoever may see them. */
async function nextCounts(): Promise<string> {
  const page = await openPageSocket(api.url, designer);
  page.subscribe('counts');
  await page.next('counts', (message) => 'Hidden' in message.counts.queues);
  await page.close();
  return 'told to a designer';
}

test('answers a ping', async () => {
  const page = await openPageSocket(api.url, designer);
  page.sendText('{"type":"ping"}');

  expect(await page.next('pong')).toEqual({ type: 'pong' });
  await page.close();
});

test.each(['not json', '{"type":"unknown"}', '[]'])('closes the connection of whoever sends %s', async (text) => {
  const page = await openPageSocket(api.url, designer);
  page.sendText(text);

  expect(await page.closed).toBe(1008);
});

test('refuses a page without log-in and one of another site', async () => {
  expect(await refusalOf(api.url, {})).toBe(401);
  expect(await refusalOf(api.url, { cookie: designer.cookie, origin: 'https://elsewhere.example' })).toBe(403);
});
