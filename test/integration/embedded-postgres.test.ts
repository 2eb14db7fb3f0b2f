import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPool } from '#runtime/store/create-pool.ts';
import {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from '#runtime/store/embedded/start-embedded-postgres.ts';
import { freePort } from '#test/support/free-port.ts';
import { temporaryDirectory } from '#test/support/temporary-directory.ts';

// Root has two ways of its own (see choose-account.ts); an ordinary user has one. Each is tried where it exists.
const accounts: readonly (readonly [string, boolean])[] =
  process.getuid?.() === 0
    ? [
        ['root in a user namespace', true],
        ['root without user namespaces', false],
      ]
    : [['an ordinary user', true]];

describe.each(accounts)('embedded PostgreSQL as %s', (_account, mayUnshare) => {
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  let running: EmbeddedPostgres[] = [];
  let owners: ChildProcess[] = [];
  let dataDirs: string[] = [];

  beforeEach(async () => {
    directory = await temporaryDirectory();
  });

  afterEach(async () => {
    for (const owner of owners) owner.kill('SIGKILL');
    for (const server of running) await server.stop();
    // Without user namespaces the data lies elsewhere, behind a link.
    for (const dataDir of [...dataDirs, directory.path]) {
      const home = await realpath(join(dataDir, 'postgres')).catch(() => dataDir);
      await rm(home, { recursive: true, force: true });
    }
    running = [];
    owners = [];
    dataDirs = [];
    await directory.remove();
  });

  async function start(options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
    const probe = async () => mayUnshare;
    const server = await startEmbeddedPostgres({
      dataDir: directory.path,
      ...options,
      ...(mayUnshare ? {} : { probe }),
    });
    running.push(server);
    if (options.dataDir !== undefined) dataDirs.push(options.dataDir);
    return server;
  }

  /** Another process that runs the server on the same data and has committed this many rows. */
  async function startOwner(
    commits: number,
  ): Promise<{ owner: ChildProcess; server: number; committed: () => number }> {
    const script = new URL('../support/postgres-owner.ts', import.meta.url);
    const owner = fork(script, [directory.path, ...(mayUnshare ? [] : ['no-namespaces'])], { execArgv: [] });
    owners.push(owner);
    let server = 0;
    let committed = 0;
    await new Promise<void>((resolve, reject) => {
      owner.once('exit', () => reject(new Error('the owner ended early')));
      owner.on('message', (message: { pid?: number; committed?: number }) => {
        server = message.pid ?? server;
        committed = message.committed ?? committed;
        if (committed >= commits) resolve();
      });
    });
    return { owner, server, committed: () => committed };
  }

  async function query(server: EmbeddedPostgres, text: string): Promise<unknown[]> {
    const pool = createPool(server.url, { max: 1, name: 'test' });
    try {
      return (await pool.query(text)).rows;
    } finally {
      await pool.end();
    }
  }

  async function rowsWritten(server: EmbeddedPostgres): Promise<number> {
    const [row] = (await query(server, 'select count(*)::int as count from written')) as { count: number }[];
    return row?.count ?? 0;
  }

  it('keeps what was committed over a stop and a start', async () => {
    const first = await start();
    await query(first, 'create table kept as select 42 as answer');
    await first.stop();

    const second = await start();

    expect(await query(second, 'select answer from kept')).toEqual([{ answer: 42 }]);
  });

  it('is durable and asks for a password', async () => {
    const server = await start();
    const anonymous = new URL(server.url);
    anonymous.password = 'wrong';

    expect(await query(server, 'show synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
    expect(await query(server, 'show fsync')).toEqual([{ fsync: 'on' }]);
    const pool = createPool(anonymous.href, { max: 1, name: 'test' });
    await expect(pool.query('select 1')).rejects.toMatchObject({ code: '28P01' });
    await pool.end();
  });

  it('listens on a loopback port when given one', async () => {
    const port = await freePort();
    const server = await start({ port });
    const overTcp = new URL(server.url);
    overTcp.search = '';
    overTcp.hostname = '127.0.0.1';
    overTcp.port = String(port);

    const pool = createPool(overTcp.href, { max: 1, name: 'test' });
    expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await pool.end();
  });

  it('runs on data whose path is too long for a socket', async () => {
    const server = await start({ dataDir: join(directory.path, 'a'.repeat(100), 'b c, "d"') });

    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('refuses data that another running server has', async () => {
    await start();

    await expect(start()).rejects.toMatchObject({ code: 'store/in-use', facts: { pid: process.pid } });
  });

  it('ends with its owner, killed in the middle of writing, and has every commit at the next start', async () => {
    const { owner, committed } = await startOwner(200);
    owner.kill('SIGKILL');
    await once(owner, 'exit');

    const server = await start();

    expect(await rowsWritten(server)).toBeGreaterThanOrEqual(committed());
  });

  it('recovers when the server was killed together with its owner', async () => {
    const { owner, server: killed, committed } = await startOwner(200);
    const keeper = (await statusOf(killed)).parent;
    process.kill(-keeper, 'SIGKILL');
    owner.kill('SIGKILL');
    await once(owner, 'exit');

    const server = await start();

    expect(await rowsWritten(server)).toBeGreaterThanOrEqual(committed());
  });

  it('stops a server that nobody looks after any more, and takes over its data', async () => {
    const { owner, server: orphan, committed } = await startOwner(200);
    const keeper = (await statusOf(orphan)).parent;
    for (const pid of [keeper, ...(await childrenOf(keeper))]) if (pid !== orphan) process.kill(pid, 'SIGKILL');
    owner.kill('SIGKILL');
    await once(owner, 'exit');

    const server = await start();

    expect(server.pid).not.toBe(orphan);
    expect(await rowsWritten(server)).toBeGreaterThanOrEqual(committed());
  });

  it('starts over a lock file whose process number a stranger has now', async () => {
    const first = await start();
    const lock = join(await realpath(join(directory.path, 'postgres')), 'cluster', 'postmaster.pid');
    const lines = (await readFile(lock, 'utf8')).split('\n');
    await first.stop();
    await writeFile(lock, [String(process.pid), ...lines.slice(1)].join('\n'));

    const second = await start();

    expect(second.pid).not.toBe(process.pid);
  });

  it('comes back by itself when the server is killed', async () => {
    const restarted = Promise.withResolvers<unknown>();
    const server = await start({ onRestart: restarted.resolve });
    const before = server.pid;
    process.kill(before, 'SIGKILL');

    expect(await restarted.promise).toBeUndefined();
    expect(server.pid).not.toBe(before);
    expect(await query(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

async function statusOf(pid: number): Promise<{ parent: number }> {
  const text = await readFile(`/proc/${pid}/status`, 'utf8');
  return { parent: Number(/^PPid:\s+(\d+)/m.exec(text)?.[1]) };
}

async function childrenOf(parent: number): Promise<number[]> {
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0);
  const parents = await Promise.all(pids.map((pid) => statusOf(pid).catch(() => ({ parent: 0 }))));
  return pids.filter((_pid, at) => parents[at]?.parent === parent);
}
