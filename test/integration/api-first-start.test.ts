import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importSamples } from '#runtime/process/import-samples.ts';
import { ensureAdministrator } from '#runtime/tenant/first-administrator.ts';
import { listPrinted } from '#runtime/tenant/one-time-password.ts';
import { callerOf, cookieOf, startTestApi, type TestApi } from '#test/support/api.ts';

const samples = join(import.meta.dirname, '../../samples');
const problems: string[] = [];

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
  await start();
});
afterAll(() => api.stop());

/** What the role does before it listens. */
async function start(): Promise<void> {
  const { accounts, box, database } = api;
  const log = pino({ level: 'warn' }, { write: (line: string) => problems.push(line) });
  const parts = { pool: database.pool, accounts, box, log };
  await ensureAdministrator(parts, 'default');
  await importSamples(parts, 'default', samples);
}

const printed = () => listPrinted(api.database.pool, api.box, 'default');

async function logIn(userName: string) {
  const { password } = (await printed()).find((one) => one.userName === userName) ?? { password: '' };
  const login = await api.nobody.call('POST', '/api/login', { userName, password });
  return { login, password, caller: callerOf(api.url, cookieOf(login)) };
}

test('makes an administrator whose password is printed until it has been changed', async () => {
  const { login, password, caller } = await logIn('admin');
  expect(login.body).toMatchObject({ role: 'administrator', mustChangePassword: true });

  await start();
  expect(await printed()).toContainEqual({ userName: 'admin', password });

  await caller.call('POST', '/api/me/password', { current: password, next: 'only I know this' });
  expect((await printed()).map(({ userName }) => userName)).not.toContain('admin');
});

test('imports every sample without a problem and activates it', async () => {
  const { caller } = await logIn('dora');
  const { body } = await caller.call('GET', '/api/processes');

  expect(problems).toEqual([]);
  expect(body.length).toBeGreaterThan(0);
  expect(body).toContainEqual(
    expect.objectContaining({ name: 'ABC Simple BP', activeVersion: 1, draftDiffers: false }),
  );
  expect(body.filter(({ activeVersion }: { activeVersion: number | null }) => activeVersion === null)).toEqual([]);
});

test('gives the samples people in groups, who share a password and need not change it', async () => {
  const { login, password, caller } = await logIn('ada');
  expect(login.body).toMatchObject({ role: 'agent', mustChangePassword: false });
  expect((await printed()).filter((one) => one.password === password).length).toBeGreaterThan(3);
  expect((await caller.call('GET', '/api/desktop')).status).toBe(200);

  const supervisor = (await logIn('sam')).caller;
  const groups = (await supervisor.call('GET', '/api/agent-groups')).body;
  const distribution = groups.find(({ name }: { name: string }) => name === 'E-mail distribution for processing');
  expect(distribution.members.length).toBeGreaterThan(1);
});

test('imports samples once: what a designer removed stays removed', async () => {
  const { caller } = await logIn('dora');
  await caller.call('POST', '/api/processes/ABC%20Simple%20BP/deactivate');
  await caller.call('DELETE', '/api/processes/ABC%20Simple%20BP');

  await start();

  expect((await caller.call('GET', '/api/processes/ABC%20Simple%20BP')).status).toBe(404);
});

test('starts without samples where there are none', async () => {
  const { accounts, box, database } = api;
  await database.pool.query(`insert into tenants (id, name) values ('bare', 'Bare')`);
  const parts = { pool: database.pool, accounts, box, log: pino({ level: 'silent' }) };

  await expect(importSamples(parts, 'bare', join(samples, 'nowhere'))).resolves.toBeUndefined();
});
