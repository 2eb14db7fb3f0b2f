import { join } from 'node:path';
import { pino } from 'pino';
import type { App } from '#runtime/api/app.ts';
import { startApi } from '#runtime/api/start-api.ts';
import type { Accounts } from '#runtime/tenant/accounts.ts';
import { createPerson } from '#runtime/tenant/people.ts';
import type { SecretBox } from '#runtime/tenant/secret-box.ts';
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
const secret = 'a secret of at least thirty-two characters';

/** Nobody works behind these APIs: what would wake a worker goes nowhere. */
const nothing = () => Promise.resolve();
const noWakeUps = { queue: nothing, run: nothing, send: nothing, close: nothing };

/** Starts it. */
export async function startTestApi({ smtpPort }: { smtpPort?: number } = {}): Promise<TestApi> {
  const database = await startTestDatabase();
  const { pool } = database;
  const { app, parts, stop } = await startApi({
    pool,
    log: pino({ level: process.env['LOG_LEVEL'] ?? 'silent' }),
    wakeUps: noWakeUps,
    settings: { host: '127.0.0.1', port: 0, secret, publicUrl: undefined },
    listening: { smtpPort: smtpPort ?? 1 },
    webAppDir: join(import.meta.dirname, 'web-app'),
  });
  const { accounts, box } = parts;
  const address = app.server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the API listens on no port');
  const url = `http://127.0.0.1:${address.port}`;
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
      await stop();
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
