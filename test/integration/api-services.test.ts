import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Caller, startTestApi, type TestApi } from '#test/support/api.ts';

let api: TestApi;
let administrator: Caller;
let designer: Caller;
beforeAll(async () => {
  api = await startTestApi();
  administrator = await api.as('administrator');
  designer = await api.as('designer');
});
afterAll(() => api.stop());

const branches = { name: 'Branches', columns: ['Branch'], items: [{ key: '20095', values: ['North'] }] };
const office = { name: 'Office', timeZone: 'UTC', week: { Monday: [{ from: '08:00', to: '17:00' }] } };

test('keeps, lists, reads and removes lists', async () => {
  expect((await designer.call('PUT', '/api/lists/Branches', branches)).status).toBe(204);

  expect((await designer.call('GET', '/api/lists')).body).toMatchObject([{ name: 'Branches', items: 1 }]);
  expect((await designer.call('GET', '/api/lists/Branches')).body).toEqual(branches);
  expect((await designer.call('GET', '/api/surroundings')).body.lists).toEqual(['Branches']);
  expect((await designer.call('DELETE', '/api/lists/Branches')).status).toBe(204);
  expect((await designer.call('GET', '/api/lists/Branches')).status).toBe(404);
});

test('refuses lists that say two things of one key, and documents under another name', async () => {
  const twice = { ...branches, items: [...branches.items, ...branches.items] };

  expect((await designer.call('PUT', '/api/lists/Branches', twice)).body.message).toContain('"20095" is there already');
  expect((await designer.call('PUT', '/api/lists/Others', branches)).body).toMatchObject({ field: 'name' });
});

test('lists business hours with how they stand', async () => {
  await designer.call('PUT', '/api/business-hours/Office', office);

  const { body } = await designer.call('GET', '/api/business-hours');

  expect(body).toMatchObject([{ name: 'Office', timeZone: 'UTC', state: expect.stringMatching(/^(open|closed)$/) }]);
  const wrong = { ...office, week: { Monday: [{ from: '17:00', to: '08:00' }] } };
  expect((await designer.call('PUT', '/api/business-hours/Office', wrong)).status).toBe(400);
  expect((await designer.call('PUT', '/api/business-hours/Office', { ...office, timeZone: 'Berlin' })).status).toBe(
    400,
  );
});

test('keeps secrets sealed, shows none, and none to designers', async () => {
  const secret = { name: 'CRM', hosts: ['crm.example.com'] };
  expect((await administrator.call('PUT', '/api/secrets/CRM', secret)).body).toMatchObject({ field: 'value' });
  expect((await administrator.call('PUT', '/api/secrets/CRM', { ...secret, value: 'the-key' })).status).toBe(204);
  // without a value the one kept stays
  expect((await administrator.call('PUT', '/api/secrets/CRM', { ...secret, hosts: [] })).status).toBe(204);

  const { body } = await administrator.call('GET', '/api/secrets');
  expect(body).toMatchObject([{ name: 'CRM', hosts: [] }]);
  expect(JSON.stringify(body)).not.toContain('the-key');
  expect((await designer.call('GET', '/api/secrets')).status).toBe(403);
  expect((await designer.call('GET', '/api/surroundings')).body.secrets).toEqual(['CRM']);
  const { rows } = await api.database.pool.query<{ text: string }>(
    `select encode(secret, 'escape') as text from secrets`,
  );
  expect(rows[0]?.text).not.toContain('the-key');
  expect(
    (await administrator.call('PUT', '/api/secrets/X', { ...secret, name: 'X', hosts: ['https://a'], value: 'x' }))
      .status,
  ).toBe(400);
});

test('tries a data source and says why it cannot be asked', async () => {
  const source = { name: 'Orders', host: '127.0.0.1', port: 1, database: 'a', user: 'b', tls: 'none' };

  expect((await administrator.call('POST', '/api/data-sources/test', source)).body).toMatchObject({ ok: false });
  const { status } = await administrator.call('POST', '/api/data-sources/test', { ...source, secret: 'Nobody' });
  expect(status).toBe(404);
  expect((await administrator.call('PUT', '/api/data-sources/Orders', source)).status).toBe(204);
  expect((await administrator.call('GET', '/api/data-sources')).body).toMatchObject([
    { name: 'Orders', allowWrites: false },
  ]);
});

test('takes lists and business hours along in bundles, and no connection nor secret', async () => {
  await designer.call('PUT', '/api/lists/Branches', branches);
  const process = {
    format: 1,
    name: 'Uses all',
    endpoints: { uses: { media: 'email', queue: 'Uses in' } },
    queues: { 'Uses in': { views: { All: { submitter: { strategy: 'Look' } } } }, ErrorHeld: { parking: true } },
    strategies: {
      Look: {
        blocks: {
          entry: { type: 'entry', ports: { next: 'list' } },
          list: {
            type: 'list-lookup',
            config: { list: 'Branches', key: 'a' },
            ports: { found: 'hours', 'not-found': 'hours' },
          },
          hours: { type: 'business-hours', config: { calendar: 'Office' }, ports: { open: 'ask', closed: 'ask' } },
          ask: {
            type: 'http-request',
            config: { url: 'https://crm.example.com/', secret: 'CRM' },
            ports: { next: 'sql' },
          },
          sql: { type: 'sql-query', config: { dataSource: 'Orders', sql: 'select 1' }, ports: { next: 'stop' } },
          stop: { type: 'stop-interaction' },
        },
      },
    },
  };
  await designer.call('POST', '/api/import', { bundle: process, apply: true });

  const { body: bundle } = await designer.call('GET', '/api/processes/Uses%20all/export');

  expect(bundle).toMatchObject({ lists: [{ name: 'Branches' }], businessHours: [{ name: 'Office' }] });
  expect(JSON.stringify(bundle)).not.toMatch(/127\.0\.0\.1|the-key/);
  await designer.call('DELETE', '/api/lists/Branches');
  const planned = await designer.call('POST', '/api/import', { bundle });
  expect(planned.body.items).toContainEqual(expect.objectContaining({ kind: 'list', name: 'Branches', status: 'new' }));
  expect(planned.body.items).toContainEqual(
    expect.objectContaining({ kind: 'business-hours', name: 'Office', status: 'same' }),
  );
  await designer.call('POST', '/api/import', { bundle, apply: true });
  expect((await designer.call('GET', '/api/lists/Branches')).body).toEqual(branches);
});
