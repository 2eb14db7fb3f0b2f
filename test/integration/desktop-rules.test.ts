import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Caller, startTestApi, type TestApi } from '#test/support/api.ts';

let api: TestApi;
let supervisor: Caller;
let agent: Caller;
beforeAll(async () => {
  api = await startTestApi();
  [supervisor, agent] = await Promise.all([api.as('supervisor'), api.as('agent')]);
});
afterAll(() => api.stop());

const id = '0198a0de-0000-7000-8000-000000000001';
const handled = () =>
  api.database.pool.query(
    `insert into interactions (id, tenant_id, media, type, subtype, state, received_at, thread_id, agent_id)
     select $1, 'default', 'email', 'Inbound', 'InboundNew', 'handling', now(), $1, a.id from agents a where user_name = 'agent'`,
    [id],
  );
const done = (body: object) => agent.call('POST', `/api/desktop/interactions/${id}/done`, body);

test('agents choose from the usual until a supervisor says otherwise, and only a supervisor does', async () => {
  const usual = await agent.call('GET', '/api/desktop-rules');
  const rules = {
    notReadyReasons: ['Tea'],
    dispositions: ['Sold', 'Lost'],
    requiresDisposition: true,
    newMailQueue: 'Outbound',
  };
  const refused = await agent.call('PUT', '/api/desktop-rules', rules);
  const saved = await supervisor.call('PUT', '/api/desktop-rules', rules);

  expect(usual.body).toMatchObject({ requiresDisposition: false, dispositions: expect.arrayContaining(['Spam']) });
  expect([refused.status, saved.status]).toEqual([403, 204]);
  expect((await agent.call('GET', '/api/desktop-rules')).body).toEqual(rules);
});

test('where a disposition is asked for, nothing is done without one of them, and it is kept with its history', async () => {
  await supervisor.call('PUT', '/api/desktop-rules', { dispositions: ['Sold', 'Lost'], requiresDisposition: true });
  await handled();

  const [without, other] = [await done({}), await done({ disposition: 'Eaten' })];
  const sold = await done({ disposition: 'Sold' });

  expect([without.status, without.body.field, other.status]).toEqual([400, 'disposition', 400]);
  expect(without.body.message).toMatch('Sold, Lost');
  expect(sold.status, JSON.stringify(sold.body)).toBe(200);
  const { rows } = await api.database.pool.query(
    `select i.state, i.data ->> 'DispositionCode' as code, e.facts ->> 'disposition' as told
     from interactions i join events e on e.interaction_id = i.id and e.kind = 'ProcessingStopped' where i.id = $1`,
    [id],
  );
  expect(rows).toEqual([{ state: 'stopped', code: 'Sold', told: 'Sold' }]);
});
