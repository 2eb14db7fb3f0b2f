import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#runtime/store/new-id.ts';
import { type Caller, startTestApi, type TestApi } from '#test/support/api.ts';

let api: TestApi;
let designer: Caller;
let supervisor: Caller;
let agent: Caller;
beforeAll(async () => {
  api = await startTestApi();
  [designer, supervisor, agent] = await Promise.all([api.as('designer'), api.as('supervisor'), api.as('agent')]);
  await activateProcess();
});
afterAll(() => api.stop());

async function activateProcess(): Promise<void> {
  const draft = {
    format: 1,
    name: 'Park',
    endpoints: { web: { media: 'email', queue: 'In' } },
    queues: { In: { parking: true }, Elsewhere: { parking: true }, ErrorHeld: { parking: true } },
  };
  const layout = { process: { positions: {}, notes: {} }, strategies: {} };
  await designer.call('POST', '/api/processes', { name: 'Park' });
  await designer.call('PUT', '/api/processes/Park/draft', { draft, layout, revision: 1 });
  const activated = await designer.call('POST', '/api/processes/Park/activate', { revision: 2 });
  expect(activated.status, JSON.stringify(activated.body)).toBe(200);
  expect((await submit()).status).toBe(201);
}

const submit = (more: Record<string, unknown> = {}) =>
  designer.call('POST', '/api/interactions', {
    endpoint: 'web',
    media: 'email',
    subject: 'Hello',
    text: 'Text',
    ...more,
  });

const giveTo = (id: string, state: string, user = 'agent') =>
  api.database.pool.query(
    `update interactions set state = $2, queue = null, agent_id = (select id from agents where user_name = $3) where id = $1`,
    [id, state, user],
  );

test('takes an interaction, and the same external id once', async () => {
  const from = { address: 'jane@example.org', name: 'Jane' };
  const first = await submit({ externalId: 'order 7', from, data: { Order: 7 } });
  const again = await submit({ externalId: 'order 7', from });

  expect([first.status, first.body.duplicate, again.body.duplicate]).toEqual([201, false, true]);
  expect(again.body.interactionId).toBe(first.body.interactionId);
  const read = await designer.call('GET', `/api/interactions/${first.body.interactionId}`);
  expect(read.body).toMatchObject({ queue: 'In', state: 'queued', data: { Order: 7 }, message: { text: 'Text' } });
  expect(read.body.contact.addresses).toMatchObject([{ value: 'jane@example.org' }]);
});

test.each([
  ['U+0000', { subject: 'a\0b' }],
  ['half a character', { data: { Note: 'a\ud800b' } }],
  ['a number no priority can have', { priority: 3_000_000_000 }],
])('refuses %s as the caller can mend it', async (_what, wrong) => {
  const answer = await submit(wrong);

  expect([answer.status, answer.body.code]).toEqual([400, 'request/invalid']);
});

test('says which endpoint is missing', async () => {
  const answer = await submit({ endpoint: 'nowhere' });

  expect([answer.status, answer.body.message]).toEqual([404, 'There is no active email endpoint "nowhere".']);
});

test('lists in pages, newest first, each once', async () => {
  for (let count = 0; count < 5; count += 1) await submit({ subject: `Paged ${count}` });
  const seen: string[] = [];
  let next = '';
  do {
    const page = await designer.call('GET', `/api/interactions?search=Paged&limit=2${next}`);
    seen.push(...page.body.interactions.map(({ subject }: { subject: string }) => subject));
    next = page.body.next === null ? '' : `&before=${encodeURIComponent(page.body.next)}`;
  } while (next !== '');

  expect(seen).toEqual(['Paged 4', 'Paged 3', 'Paged 2', 'Paged 1', 'Paged 0']);
});

test('lets a supervisor move and stop what waits, and says who did', async () => {
  const { interactionId } = (await submit()).body;
  const path = `/api/interactions/${interactionId}`;

  expect((await supervisor.call('POST', `${path}/move`, { queue: 'Elsewhere' })).status).toBe(204);
  expect((await designer.call('GET', path)).body.queue).toBe('Elsewhere');
  expect((await supervisor.call('POST', `${path}/retry`)).status).toBe(409);
  expect((await supervisor.call('POST', `${path}/stop`, { reason: 'spam' })).status).toBe(204);

  expect((await designer.call('GET', path)).body).toMatchObject({ state: 'stopped', stopReason: 'spam' });
  const trace = await designer.call('GET', `${path}/trace`);
  expect(trace.body.events.at(-1)).toMatchObject({ kind: 'ProcessingStopped', party: { name: 'supervisor' } });
});

test('moves nothing into a queue that no active process has', async () => {
  const { interactionId } = (await submit()).body;
  const path = `/api/interactions/${interactionId}`;

  const moved = await supervisor.call('POST', `${path}/move`, { queue: 'Elswhere' });

  expect([moved.status, moved.body.message]).toEqual([404, 'There is no active queue "Elswhere".']);
  expect((await designer.call('GET', path)).body.queue).toBe('In');
});

test.each(['2020|1', '2026-11-24|99999999999999999999', 'x', '|'])(
  'begins at the first page for the place %s',
  async (place) => {
    const page = await designer.call('GET', `/api/interactions?before=${encodeURIComponent(place)}`);

    expect(page.status).toBe(200);
  },
);

test('shows an agent what concerns their own work and nothing else', async () => {
  const from = { address: 'served@example.org', name: 'Served' };
  const mine = (await submit({ from })).body.interactionId;
  const earlier = (await submit({ from, externalId: 'earlier' })).body.interactionId;
  const foreign = (await submit({ from: { address: 'other@example.org', name: '' } })).body.interactionId;
  const read = async (id: string) => (await agent.call('GET', `/api/interactions/${id}`)).status;
  const { contactId } = (await designer.call('GET', `/api/interactions/${mine}`)).body;
  const history = async () => (await agent.call('GET', `/api/interactions?contactId=${contactId}`)).status;
  expect([await read(mine), await history()]).toEqual([403, 403]);

  await giveTo(mine, 'handling');

  expect([await read(mine), await read(earlier), await read(foreign)]).toEqual([200, 200, 403]);
  expect([await history(), (await agent.call('GET', `/api/contacts/${contactId}`)).status]).toEqual([200, 200]);
  expect((await agent.call('GET', '/api/interactions')).status).toBe(403);
  await giveTo(mine, 'stopped');
  expect([await read(mine), await read(earlier)]).toEqual([200, 403]);
});

test('hands out attachments to be saved, never to be run', async () => {
  const { interactionId } = (await submit()).body;
  const bytes = Buffer.from('<script>alert(1)</script>');
  const hash = createHash('sha256').update(bytes).digest();
  const id = newId();
  const { pool } = api.database;
  await pool.query('insert into blobs (hash, size, bytes) values ($1, $2, $3)', [hash, bytes.length, bytes]);
  await pool.query(
    `insert into attachments (id, interaction_id, tenant_id, position, file_name, content_type, size, inline, hash)
     values ($1, $2, 'default', 0, 'Ünsafe "page".html', 'text/html', $3, true, $4)`,
    [id, interactionId, bytes.length, hash],
  );

  const file = await designer.call('GET', `/api/attachments/${id}`);

  expect(file.body).toBe(bytes.toString());
  expect(file.headers.get('content-disposition')).toBe(
    `attachment; filename="_nsafe _page_.html"; filename*=UTF-8''%C3%9Cnsafe%20%22page%22.html`,
  );
  expect(file.headers.get('content-security-policy')).toContain('sandbox');
  expect((await agent.call('GET', `/api/attachments/${id}`)).status).toBe(403);
});

test('keeps files for a reply that the agent writes', async () => {
  const form = new FormData();
  form.append('file', new File(['one'], 'one.txt', { type: 'text/plain' }));
  form.append('file', new File(['second'], 'two.txt', { type: 'text/plain' }));

  const { status, body } = await agent.call('POST', '/api/desktop/attachments', form);

  expect(status).toBe(200);
  expect(body.attachments).toMatchObject([
    { fileName: 'one.txt', size: 3 },
    { fileName: 'two.txt', size: 6 },
  ]);
});

test('finds contacts by name and address', async () => {
  await submit({ from: { address: 'findme@example.org', name: 'Frieda Findling' } });

  const byAddress = await designer.call('GET', '/api/contacts?search=findme');
  expect(byAddress.body.contacts).toMatchObject([{ firstName: 'Frieda' }]);
  expect((await designer.call('GET', '/api/contacts?search=nobody%25')).body.contacts).toEqual([]);
});

test('says that the SMTP server of the test bench is away', async () => {
  const answer = await designer.call('POST', '/api/test-bench/mail', { from: { address: 'a@example.org', name: '' } });

  expect([answer.status, answer.body.code]).toEqual([422, 'test-bench/refused']);
  expect((await designer.call('GET', '/api/test-bench/outgoing')).body).toEqual([]);
});

test('holds what waits, resumes it and gives it another priority; not while an agent has it', async () => {
  const id = ((await submit()).body as { interactionId: string }).interactionId;
  const read = async () => (await supervisor.call('GET', `/api/interactions/${id}`)).body;
  const act = (name: string, body?: object) => supervisor.call('POST', `/api/interactions/${id}/${name}`, body);

  for (const _ of ['once', 'and again']) expect((await act('hold')).status).toBe(204);
  expect(await read()).toMatchObject({ isHeld: true, state: 'queued' });
  expect((await act('resume')).status).toBe(204);
  expect((await act('priority', { priority: 70 })).status).toBe(204);
  expect(await read()).toMatchObject({ isHeld: false, priority: 70, queue: 'In' });
  const { rows } = await api.database.pool.query<{ kind: string }>(
    `select kind from events where interaction_id = $1 and party ->> 'kind' = 'supervisor' order by id`,
    [id],
  );
  expect(rows.map(({ kind }) => kind)).toEqual(['Held', 'Resumed', 'PropertiesChanged']);

  await giveTo(id, 'handling');
  for (const name of ['hold', 'resume']) expect((await act(name)).status).toBe(409);
  expect((await act('priority', { priority: 1 })).status).toBe(409);
  expect((await agent.call('POST', `/api/interactions/${id}/hold`)).status).toBe(403);
});
