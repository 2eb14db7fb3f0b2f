import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { createPool } from '#runtime/store/create-pool.ts';
import { type Answer, type Caller, callerOf, cookieOf } from './api.ts';
import { startSmtpSink, type SmtpSink } from './mail/smtp-sink.ts';
import { startSignalbox, type StartedSignalbox } from './started-signalbox.ts';
import { temporaryDirectory } from './temporary-directory.ts';

/** The whole product as `npm start` runs it, on data of its own, with a mail server that its mail goes to. */
export interface WholeProduct {
  /** The main process that runs now. */
  readonly signalbox: StartedSignalbox;
  readonly url: string;
  readonly smtpPort: number;
  readonly sink: SmtpSink;
  /** Looks into its database; only while it runs. */
  readonly pool: Pool;
  readonly administrator: Caller;
  /** Logs in with the password that was given or printed, and changes it: the person can do everything from then on. */
  logIn(userName: string, password?: string): Promise<Caller>;
  /** Kills the main process and starts it again on the same data, on other ports. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** What differs from `npm start`. */
export interface WholeProductOptions {
  readonly argv?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

const ownPassword = 'a password of my own';

/** Starts it with the sample ABC Simple BP, changes the administrator's password and configures the mail server. */
export async function startWholeProduct(options: WholeProductOptions = {}): Promise<WholeProduct> {
  const directory = await temporaryDirectory();
  const sink = await startSmtpSink();
  const argv = [`--data=${directory.path}`, '--log-level=warn', ...(options.argv ?? [])];
  let signalbox = await startSignalbox(argv, options.env);
  const pool = createPool(await embeddedUrl(directory.path), { max: 4, name: 'test' });
  const product = {
    get signalbox() {
      return signalbox;
    },
    get url() {
      return /Web app\s+(\S+)/.exec(signalbox.printed())?.[1] ?? '';
    },
    get smtpPort() {
      return Number(/SMTP\s+\S+:(\d+)/.exec(signalbox.printed())?.[1]);
    },
    sink,
    pool,
    logIn: (userName: string, password?: string) =>
      logIn(product.url, userName, password ?? printedPassword(signalbox.printed(), userName)),
    async restart() {
      await signalbox.end('SIGKILL');
      signalbox = await startSignalbox(argv, options.env);
    },
    async stop() {
      await signalbox.end('SIGKILL');
      await pool.end();
      await sink.stop();
      await directory.remove();
    },
  };
  const administrator = await product.logIn('admin');
  const smtpOut = { host: '127.0.0.1', port: sink.port, security: 'none', maxConnections: 5 };
  expectStatus(await administrator.call('PUT', '/api/smtp-out', smtpOut), 204);
  return Object.assign(product, { administrator });
}

/** Where the embedded server of a running product listens. */
async function embeddedUrl(dataDir: string): Promise<string> {
  const home = await realpath(join(dataDir, 'postgres'));
  const password = (await readFile(join(home, 'password'), 'utf8')).trim();
  return `postgresql://signalbox:${password}@localhost/signalbox?host=${encodeURIComponent(home)}&port=5432`;
}

function printedPassword(printed: string, userName: string): string {
  const line = printed.split('\n').find((text) => new RegExp(`\\b${userName}\\b.* password `).test(text));
  const password = line?.split(' password ')[1]?.trim();
  if (password === undefined) throw new Error(`no password of ${userName} was printed:\n${printed}`);
  return password;
}

async function logIn(url: string, userName: string, password: string): Promise<Caller> {
  const first = await callerOf(url, '').call('POST', '/api/login', { userName, password });
  expectStatus(first, 200);
  const caller = callerOf(url, cookieOf(first));
  if (!first.body.mustChangePassword) return caller;
  const changed = await caller.call('POST', '/api/me/password', { current: password, next: ownPassword });
  expectStatus(changed, 200);
  return callerOf(url, cookieOf(changed));
}

/** Throws with what was answered when the status is another one. */
export function expectStatus(answer: Answer, status: number): void {
  if (answer.status !== status) throw new Error(`answered ${answer.status}: ${JSON.stringify(answer.body)}`);
}
