import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { temporaryDirectory } from './temporary-directory.ts';

/** A Redis of this test file's own. */
export interface TestRedis {
  readonly url: string;
  readonly port: number;
  /** Kills it without warning; what it had not written is lost. Answers when it is gone. */
  kill9(): Promise<void>;
  /** Starts it again on the same port (after a `kill9` if it still runs), with its data or, `wipe`, without. */
  restart(options?: { wipe?: boolean }): Promise<void>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

/** Starts the machine's redis-server on a free loopback port; with `appendonly` it keeps its data over a restart, fsync every second. */
export async function startTestRedis(options: { appendonly?: boolean } = {}): Promise<TestRedis> {
  const directory = await temporaryDirectory();
  const port = await freePort();
  const persistence = ['--save', '', '--appendonly', options.appendonly === true ? 'yes' : 'no'];
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', directory.path, ...persistence];
  let server = await launch(args);
  const kill9 = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, 'exit');
    server.kill('SIGKILL');
    await gone;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    kill9,
    async restart({ wipe = false } = {}) {
      await kill9();
      if (wipe) await rm(join(directory.path, 'appendonlydir'), { recursive: true, force: true });
      server = await launch(args);
    },
    async stop() {
      await kill9();
      await directory.remove();
    },
  };
}

async function launch(args: readonly string[]): Promise<ChildProcess> {
  const server = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  let said = '';
  const ready = new Promise<void>((resolve, reject) => {
    server.once('error', (cause) =>
      reject(new Error('redis-server does not run; install it (apt-get install redis-server)', { cause })),
    );
    server.once('exit', () => reject(new Error(`redis-server ended while starting: ${said}`)));
    server.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('Ready to accept connections')) resolve();
    });
  });
  await ready;
  said = '';
  // Ends with this process even when that is killed: the shell's input closes, and the shell kills it.
  const keeper = spawn('/bin/sh', ['-c', 'read -r _; kill -9 "$0"', String(server.pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  server.once('exit', () => keeper.kill());
  return server;
}
