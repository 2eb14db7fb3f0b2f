import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Caller, startTestApi, type TestApi } from '#test/support/api.ts';

const form = {
  name: 'contact',
  title: 'Write to us',
  mailbox: 'support@abc.example',
  minSeconds: 0,
  maxFiles: 1,
  maxFileMegabytes: 1,
  sites: ['https://shop.example'],
  fields: [
    { key: 'Who', label: 'Your name', meaning: 'name' },
    { key: 'Mail', label: 'Your address', kind: 'email', meaning: 'address', required: true },
    { key: 'Order', label: 'Order number', pattern: '[A-Z]{2}\\d{4}' },
    { key: 'Text', label: 'Message', kind: 'lines', meaning: 'message', required: true },
    { key: 'Photo', label: 'Photo', kind: 'file' },
  ],
};

let api: TestApi;
let administrator: Caller;

beforeAll(async () => {
  api = await startTestApi();
  administrator = await api.as('administrator');
  const draft = {
    format: 1,
    name: 'Forms',
    endpoints: { default: { media: 'email', queue: 'Inbound queue' } },
    queues: { 'Inbound queue': { parking: true }, ErrorHeld: { parking: true } },
  };
  const layout = { process: { positions: {}, notes: {} }, strategies: {} };
  await administrator.call('POST', '/api/processes', { name: 'Forms' });
  await administrator.call('PUT', '/api/processes/Forms/draft', { draft, layout, revision: 1 });
  const activated = await administrator.call('POST', '/api/processes/Forms/activate', { revision: 2 });
  expect(activated.status, JSON.stringify(activated.body)).toBe(200);
  expect((await administrator.call('PUT', '/api/web-forms/contact', form)).status).toBe(204);
});
afterAll(() => api.stop());

async function newToken(name = 'contact'): Promise<string> {
  const opened = await api.nobody.call('GET', `/api/forms/default/${name}`);
  expect(opened.status).toBe(200);
  return String(opened.body.token);
}

const right = { Who: 'Eve Example', Mail: 'Eve@customer.example', Order: 'AB1234', Text: 'Where is it?\r\nThanks' };

function bodyOf(fields: Readonly<Record<string, string | File>>): FormData {
  const body = new FormData();
  for (const [key, value] of Object.entries(fields)) body.append(key, value);
  return body;
}

async function post(body: FormData, origin = 'https://shop.example', name = 'contact') {
  const answer = await fetch(`${api.url}/api/forms/default/${name}`, { method: 'POST', body, headers: { origin } });
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}

it('becomes an inbound e-mail with its fields, its file, its contact and its raw bytes', async () => {
  const photo = new File([Buffer.from([1, 2, 3])], 'a/b.png', { type: 'image/png' });
  const sent = await post(bodyOf({ ...right, Photo: photo, token: await newToken() }));

  expect(sent.status).toBe(200);
  expect(sent.headers.get('access-control-allow-origin')).toBe('*');
  const { body } = await administrator.call('GET', `/api/interactions/${sent.body.reference}`);
  expect(body).toMatchObject({ media: 'email', subtype: 'InboundNew', queue: 'Inbound queue', subject: 'Write to us' });
  expect(body.data).toMatchObject({
    Order: 'AB1234',
    Who: 'Eve Example',
    FirstName: 'Eve',
    LastName: 'Example',
    FromAddress: 'Eve@customer.example',
    Mailbox: 'support@abc.example',
    WebForm: 'contact',
  });
  const { rows } = await api.database.pool.query(
    `select m.text, a.file_name, a.content_type, i.contact_id is not null as "hasContact"
     from interactions i join messages m on m.interaction_id = i.id join attachments a on a.interaction_id = i.id where i.id = $1`,
    [sent.body.reference],
  );
  expect(rows[0]).toMatchObject({ hasContact: true, file_name: 'a/b.png', content_type: 'image/png' });
  const raw = await fetch(`${api.url}/api/interactions/${sent.body.reference}/raw`, {
    headers: { cookie: administrator.cookie },
  });
  expect(await raw.text()).toMatch(/^Content-Type: multipart\/form-data; boundary=(.+)\r\n\r\n--\1\r\n/);
  expect(rows[0].text).toMatch(/^Where is it\?\nThanks\n\nYour name: Eve Example\n/);
});

it('is taken once for each token, however often it is sent', async () => {
  const token = await newToken();
  const answers = await Promise.all([1, 2, 3].map(() => post(bodyOf({ ...right, token }))));

  expect(new Set(answers.map(({ body }) => body.reference)).size).toBe(1);
});

it('says which field does not fit, and takes the message once it does', async () => {
  const token = await newToken();
  const cases: [string, Record<string, string | File>][] = [
    ['Mail', { ...right, Mail: 'no address' }],
    ['Order', { ...right, Order: 'AB12345' }],
    ['Text', { ...right, Text: '  ' }],
    ['Who', { ...right, Who: 'two\nlines' }],
    ['Photo', { ...right, Photo: new File([Buffer.alloc(1024 * 1024 + 1)], 'big.png') }],
    ['Order', { ...right, Order: new File(['x'], 'x.txt') }],
  ];
  for (const [field, fields] of cases) {
    const refused = await post(bodyOf({ ...fields, token }));
    expect([refused.status, refused.body.field], field).toEqual([400, field]);
  }
  expect((await post(bodyOf({ ...right, token }))).status).toBe(200);
});

it('keeps out machines, other sites, and what is too large', async () => {
  const token = await newToken();
  const codeOf = async (body: FormData, origin?: string) => (await post(body, origin)).body.code;

  expect(await codeOf(bodyOf({ ...right, token, website: 'https://spam.example' }))).toBe('form/refused');
  expect(await codeOf(bodyOf({ ...right, token: `${token.slice(0, -4)}AAAA` }))).toBe('form/expired');
  expect(await codeOf(bodyOf(right))).toBe('form/expired');
  expect(await codeOf(bodyOf({ ...right, token }), 'https://other.example')).toBe('request/forbidden');
  expect(await codeOf(bodyOf({ ...right, token, Text: 'x'.repeat(1_700_000) }))).toBe('form/too-large');

  await administrator.call('PUT', '/api/web-forms/slow', { ...form, name: 'slow', minSeconds: 60 });
  const slow = await post(bodyOf({ ...right, token: await newToken('slow') }), undefined, 'slow');
  expect([slow.status, slow.body.code]).toEqual([429, 'form/too-quick']);
});

it('is not there once it is switched off, and is checked before it is kept', async () => {
  await administrator.call('PUT', '/api/web-forms/off', { ...form, name: 'off', enabled: false });
  expect((await api.nobody.call('GET', '/api/forms/default/off')).status).toBe(404);

  const nobody = { ...form, fields: form.fields.filter(({ key }) => key !== 'Mail') };
  const refused = await administrator.call('PUT', '/api/web-forms/contact', nobody);
  expect([refused.status, refused.body.message]).toEqual([400, expect.stringContaining('address to answer to')]);
  const look = { ...form, fields: form.fields.map((field) => ({ ...field, pattern: '(?=x)' })) };
  expect((await administrator.call('PUT', '/api/web-forms/contact', look)).status).toBe(400);
});
