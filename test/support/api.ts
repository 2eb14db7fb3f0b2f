import { join } from 'node:path';
import { pino } from 'pino';
import type { App } from '#runtime/api/app.ts';
import { createServer } from '#runtime/api/server.ts';
import { type Accounts, createAccounts } from '#runtime/tenant/accounts.ts';
import { createAuth, migrateAuth } from '#runtime/tenant/auth.ts';
import { createPerson } from '#runtime/tenant/people.ts';
import { createSecretBox, type SecretBox } from '#runtime/tenant/secret-box.ts';
import type { Role } from '#dsl/protocol/me.ts';
import { startTestDatabase, type TestDatabase } from './database.ts';

/** What came back over HTTP. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: any; // oxlint-disable-line typescript/no-explicit-any -- tests look into answers of every route
}

/** Somebody who calls the API: sends JSON with the cookie of a session, or whatever headers a test wants. */
export interface Caller {
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  readonly cookie: string;
}

/** An API over a database of its own, listening on a free port. */
export interface TestApi {
  readonly database: TestDatabase;
  readonly app: App;
  readonly url: string;
  readonly accounts: Accounts;
  readonly box: SecretBox;
  /** Somebody without log-in. */
  readonly nobody: Caller;
  /** A person with this role, made on the first call, logged in. */
  as(role: Role): Promise<Caller>;
  stop(): Promise<void>;
}

const password = 'correct horse battery';

/** Nobody works behind these APIs: what would wake a worker goes nowhere. */
const nothing = () => Promise.resolve();
const noWakeUps = { queue: nothing, run: nothing, send: nothing, close: nothing };

/** Starts it. */
export async function startTestApi(): Promise<TestApi> {
  const database = await startTestDatabase();
  const { pool } = database;
  const auth = createAuth(pool, { secret: 'a secret of at least thirty-two characters', secureCookies: false });
  await migrateAuth(pool, auth);
  const accounts = createAccounts(pool, auth);
  const box = createSecretBox('a secret of at least thirty-two characters');
  const app = await createServer(
    {
      pool,
      accounts,
      box,
      agentDeps: { pool, wake: noWakeUps, now: () => new Date() },
      log: pino({ level: process.env['LOG_LEVEL'] ?? 'silent' }),
    },
    { webAppDir: join(import.meta.dirname, 'web-app'), publicUrl: undefined },
  );
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const people = new Map<Role, Promise<Caller>>();
  const nobody = callerOf(url, '');
  const logIn = async (role: Role): Promise<Caller> => {
    const person = {
      firstName: 'Test',
      lastName: role,
      email: `${role}@example.com`,
      signature: '',
      skills: {},
      capacity: { email: 1 },
      groups: [],
      enabled: true,
    };
    await createPerson({ pool, accounts }, 'default', { ...person, userName: role, role, password }, true);
    const answer = await nobody.call('POST', '/api/login', { userName: role, password });
    return callerOf(url, cookieOf(answer));
  };
  return {
    database,
    app,
    url,
    accounts,
    box,
    nobody,
    as(role) {
      const known = people.get(role) ?? logIn(role);
      people.set(role, known);
      return known;
    },
    async stop() {
      await app.close();
      await database.stop();
    },
  };
}

/** The session cookie an answer sets. */
export function cookieOf(answer: Answer): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** Calls with this cookie. */
export function callerOf(url: string, cookie: string): Caller {
  return {
    cookie,
    async call(method, path, body, headers = {}) {
      const isText = typeof body === 'string' || body instanceof FormData;
      const response = await fetch(`${url}${path}`, {
        method,
        headers: {
          ...(cookie !== '' && { cookie }),
          ...(body !== undefined && !isText && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('json') ?? false;
      return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
    },
  };
}
