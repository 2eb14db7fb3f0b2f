import { createServer } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listUsableMailboxes } from '#runtime/tenant/mailboxes.ts';
import { readSmtpOut } from '#runtime/tenant/smtp-out.ts';
import { type Caller, startTestApi, type TestApi } from '#test/support/api.ts';

let api: TestApi;
let administrator: Caller;
beforeAll(async () => {
  api = await startTestApi();
  administrator = await api.as('administrator');
});
afterAll(() => api.stop());

const mailbox = {
  name: 'Support',
  protocol: 'imap',
  host: 'imap.example.com',
  port: 993,
  user: 'support',
  endpoint: 'default',
  address: 'support@example.com',
};
const usable = () =>
  listUsableMailboxes(api.database.pool, api.box, (_tenant, name) => {
    throw new Error(name);
  });

test('keeps the password of a mailbox sealed and never shows it', async () => {
  const save = (body: object) => administrator.call('PUT', '/api/mailboxes/Support', body);
  expect((await save({ ...mailbox, password: 'a secret word' })).status).toBe(204);

  const shown = await administrator.call('GET', '/api/mailboxes');
  expect(shown.body).toMatchObject([{ name: 'Support', hasPassword: true, security: 'tls', status: null }]);
  expect(JSON.stringify(shown.body)).not.toContain('secret');
  const stored = await api.database.pool.query(
    "select settings::text, encode(secret, 'escape') as secret from mailboxes",
  );
  expect(JSON.stringify(stored.rows)).not.toContain('a secret word');
  expect(await usable()).toMatchObject([{ settings: { password: 'a secret word' } }]);

  expect((await save({ ...mailbox, port: 143, security: 'starttls' })).status).toBe(204);
  expect(await usable()).toMatchObject([{ settings: { port: 143, password: 'a secret word' } }]);
});

test('holds a form without password to the rules between fields', async () => {
  const answer = await administrator.call('PUT', '/api/mailboxes/Support', { ...mailbox, security: 'none' });

  expect([answer.status, answer.body.field]).toEqual([400, 'security']);
});

test('says why a mailbox cannot be reached, without keeping it', async () => {
  const free = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => free.on('listening', resolve));
  const { port } = free.address() as { port: number };
  await new Promise((resolve) => free.close(resolve));
  const body = { ...mailbox, name: 'Tried', host: '127.0.0.1', port, password: 'x' };

  const answer = await administrator.call('POST', '/api/mailboxes/test', body);

  expect(answer.body).toMatchObject({ ok: false });
  expect(answer.body.reason).not.toBe('');
  expect(JSON.stringify((await administrator.call('GET', '/api/mailboxes')).body)).not.toContain('Tried');
});

test('keeps the outgoing server, and forgets it', async () => {
  const server = { host: 'smtp.example.com', port: 587, user: 'us' };
  expect((await administrator.call('GET', '/api/smtp-out')).body).toEqual({ settings: null });
  await administrator.call('PUT', '/api/smtp-out', { ...server, password: 'another word' });

  const shown = await administrator.call('GET', '/api/smtp-out');
  expect(shown.body.settings).toMatchObject({ ...server, security: 'starttls', hasPassword: true });
  expect(shown.body.settings).not.toHaveProperty('password');
  expect(await readSmtpOut(api.database.pool, api.box, 'default')).toMatchObject({ password: 'another word' });

  expect((await administrator.call('DELETE', '/api/smtp-out')).status).toBe(204);
  expect(await readSmtpOut(api.database.pool, api.box, 'default')).toBeUndefined();
});
