import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Caller, startTestApi, type TestApi } from '#test/support/api.ts';

let api: TestApi;
let designer: Caller;
beforeAll(async () => {
  api = await startTestApi();
  designer = await api.as('designer');
});
afterAll(() => api.stop());

const greeting = { name: 'Greeting', text: 'Dear <$Contact.FirstName$>,\nthank you.', language: 'en' };

test('keeps, lists, reads and removes standard responses', async () => {
  expect((await designer.call('PUT', '/api/responses/Greeting', greeting)).status).toBe(204);

  expect((await designer.call('GET', '/api/responses/Greeting')).body).toMatchObject(greeting);
  expect((await designer.call('GET', '/api/responses')).body).toMatchObject([{ name: 'Greeting', status: 'approved' }]);
  expect((await designer.call('GET', '/api/surroundings')).body.responses).toEqual(['Greeting']);
  expect((await designer.call('DELETE', '/api/responses/Greeting')).status).toBe(204);
  expect((await designer.call('GET', '/api/responses/Greeting')).status).toBe(404);
});

test('refuses a document under another name than its own', async () => {
  const answer = await designer.call('PUT', '/api/responses/Farewell', greeting);

  expect([answer.status, answer.body.field]).toEqual([400, 'name']);
});

test('previews a response with its field codes filled in and says which are wrong', async () => {
  const response = { ...greeting, html: '<p><$Contact.LastName$> <$Nobody.Name$></p>' };

  const { body } = await designer.call('POST', '/api/responses/preview', { response });

  expect(body).toMatchObject({ subject: 'Re: A question about my order', text: 'Dear Jane,\nthank you.' });
  expect(body.html).toContain('<p>Doe');
  expect(body.problems).toEqual([expect.objectContaining({ field: 'html' })]);
});

test('fills a response in for the agent who asks, but over no interaction they may not read', async () => {
  const agent = await api.as('agent');
  const response = { ...greeting, text: 'Yours, <$Agent.FullName$>' };

  const own = await agent.call('POST', '/api/responses/preview', { response });
  const interactionId = '00000000-0000-7000-8000-000000000009';
  const other = await agent.call('POST', '/api/responses/preview', { response, interactionId });

  expect(own.body).toMatchObject({ text: 'Yours, Test agent', problems: [] });
  expect(other.status).toBe(403);
});

test('tries a screening rule that is not kept yet', async () => {
  const rule = { name: 'Parcels', pattern: 'Find("parcel")', fields: { subject: true, body: true } };
  const tryOn = (subject: string) => designer.call('POST', '/api/screening-rules/test', { rule, subject });

  expect((await tryOn('Where is my parcel?')).body).toMatchObject({ matched: true });
  expect((await tryOn('Hello')).body).toMatchObject({ matched: false });
});

test('says where a pattern is wrong', async () => {
  const rule = { name: 'Broken', pattern: 'Find("parcel" &&', fields: { subject: true } };

  const answer = await designer.call('PUT', '/api/screening-rules/Broken', rule);

  expect([answer.status, answer.body.field]).toEqual([400, 'pattern']);
  expect(answer.body.message).toContain('character');
});

test('names the line of training texts that is wrong', async () => {
  const answer = await designer.call('PUT', '/api/models/Topics', { csv: 'text,category\nhello,\n' });

  expect([answer.status, answer.body.field]).toEqual([400, 'csv']);
  expect(answer.body.message).toContain('line 2');
});

test('trains a model in the background, says how good it is, and lets it be tried', async () => {
  const csv = readFileSync(new URL('../../samples/abc-simple-bp/models/Requests.csv', import.meta.url), 'utf8');
  const read = () => designer.call('GET', '/api/models/Requests');

  const kept = await designer.call('PUT', '/api/models/Requests', { description: 'Topics', csv });
  expect(kept.status).toBe(202);
  expect(['training', 'trained']).toContain(kept.body.state);
  await expect.poll(async () => (await read()).body.state, { timeout: 30_000 }).toBe('trained');

  const { body } = await read();
  expect(body).toMatchObject({ description: 'Topics', examples: body.document.examples.length, problem: null });
  expect(body.quality.heldBack).toBeGreaterThan(0);
  expect(body.quality.accuracy).toBeGreaterThan(0.3);
  const tried = await designer.call('POST', '/api/models/Requests/test', { text: 'Where is my parcel?', top: 2 });
  expect(tried.body.categories[0]).toMatchObject({ name: 'Delivery' });
  expect(tried.body.categories).toHaveLength(2);
});

test('gives a training up when asked to, keeps what was learned in use, and trains anew', async () => {
  const read = () => designer.call('GET', '/api/models/Requests');
  const before = (await read()).body.trainedAt;
  const topics = ['parcel', 'invoice', 'password', 'contract'];
  const examples = Array.from({ length: 4000 }, (_, index) => ({
    text: `my ${topics[index % topics.length]} of ${index} and ${index * 7}, ${index * 13} or ${index * 17}`,
    category: topics[index % topics.length],
  }));
  expect((await designer.call('PUT', '/api/models/Requests', { examples })).body.state).toBe('training');

  expect((await designer.call('DELETE', '/api/models/Requests/training')).status).toBe(204);

  expect((await read()).body).toMatchObject({ state: 'trained', trainedAt: before });
  expect((await designer.call('DELETE', '/api/models/Requests/training')).status).toBe(409);
  const csv = readFileSync(new URL('../../samples/abc-simple-bp/models/Requests.csv', import.meta.url), 'utf8');
  await designer.call('PUT', '/api/models/Requests', { csv });
  expect((await designer.call('POST', '/api/models/Requests/training')).status).toBe(202);
  await expect.poll(async () => (await read()).body.state, { timeout: 60_000 }).toBe('trained');
  expect((await read()).body.trainedAt).not.toBe(before);
  expect((await designer.call('POST', '/api/models/Nobody/training')).status).toBe(404);
});

test('says why a model could not be trained, and keeps the one before in use', async () => {
  const read = () => designer.call('GET', '/api/models/Requests');
  await designer.call('PUT', '/api/models/Requests', { csv: 'text,category\nonly one,Alone\n' });

  await expect.poll(async () => (await read()).body.state, { timeout: 30_000 }).toBe('failed');

  expect((await read()).body.problem).toContain('categor');
  const tried = await designer.call('POST', '/api/models/Requests/test', { text: 'Where is my parcel?' });
  expect(tried.body.categories[0]).toMatchObject({ name: 'Delivery' });
});

test('keys that screening rules find are told with what a process may refer to', async () => {
  const rule = { name: 'Order', pattern: 'RegExFind("\\d{6}", OrderNumber)', fields: { body: true } };
  expect((await designer.call('PUT', '/api/screening-rules/Order', rule)).status).toBeLessThan(300);

  expect((await designer.call('GET', '/api/surroundings')).body.screeningKeys).toContain('ScrKey_OrderNumber');
});
