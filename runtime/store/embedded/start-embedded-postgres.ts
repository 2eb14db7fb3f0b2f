import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CodedError, textOf } from '#dsl/errors/coded-error.ts';
import { claimHome } from './claim-home.ts';
import { createCluster, databaseName, syncCluster } from './create-cluster.ts';
import { chooseSocketDirectory, type Launch, launchServer, logTail, type ServerProcess } from './launch-server.ts';
import { type Home, prepareHome } from './prepare-home.ts';
import { embeddedServerSettings, type ServerSettings } from './server-settings.ts';
import { stopOrphan } from './stop-orphan.ts';
import { waitUntilReady } from './wait-until-ready.ts';

/** How to start the embedded server. */
export interface EmbeddedPostgresOptions {
  /** Everything the server keeps lies in `<dataDir>/postgres`. */
  readonly dataDir: string;
  /** Listens on this loopback port as well; without it, on a Unix socket only. */
  readonly port?: number;
  /** Settings that differ from `embeddedServerSettings`; tests turn `fsync` off. */
  readonly settings?: ServerSettings;
  /** Whether root may open a user namespace; asked of the machine unless given. */
  readonly probe?: () => Promise<boolean>;
  /** Told when the server ended by itself and was started again, or, with `error`, could not be. */
  readonly onRestart?: (error: unknown) => void;
}

/** A running PostgreSQL of our own. */
export interface EmbeddedPostgres {
  /** Connection string of the superuser's database; the password is in it. */
  readonly url: string;
  /** Process number of the server now. */
  readonly pid: number;
  /** Closes all sessions, writes everything to the disk and ends the server. */
  stop(): Promise<void>;
}

/** How long a server may take to close before it is told to leave at once; it holds at most 32 MB of unwritten pages. */
const stopLimitMs = 8000;

/**
 * Starts PostgreSQL from the registry package, as an ordinary user or as root; creates the cluster at the first start.
 * The server ends with this process, even when this is killed; one left over is stopped first. A server that ends by
 * itself is started again. Throws `store/in-use` when another process runs on the same data, `store/postgres-failed`.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const home = await prepareHome(options.dataDir, options.probe);
  const release = await claimHome(home.directory);
  try {
    return await startOn(home, options, release);
  } catch (error) {
    await release();
    throw error;
  }
}

async function startOn(home: Home, options: EmbeddedPostgresOptions, release: () => Promise<void>) {
  const port = options.port ?? 5432;
  const { cluster, password, isNew } = await createCluster(home);
  const socket = await chooseSocketDirectory(home, port);
  const launch: Launch = {
    cluster,
    port,
    socketDirectory: socket.path,
    onLoopback: options.port !== undefined,
    settings: { ...embeddedServerSettings, ...options.settings },
  };
  const address = { host: socket.path, port, password };
  const first = await launchReady(home, launch, address).catch(async (error: unknown) => {
    await socket.dispose();
    throw error;
  });
  if (isNew) syncCluster(home, cluster);

  let running = first;
  let isStopping = false;
  const watch = (): void => {
    void running.exited.then(async () => {
      if (isStopping) return;
      try {
        running = await launchReady(home, launch, address);
        options.onRestart?.(undefined);
        watch();
      } catch (error) {
        options.onRestart?.(error);
      }
    });
  };
  watch();

  return {
    url: connectionUrl(address),
    get pid() {
      return running.pid;
    },
    async stop() {
      isStopping = true;
      await endServer(running);
      await socket.dispose();
      await release();
    },
  };
}

interface RunningServer extends ServerProcess {
  readonly pid: number;
}

/** Starts and waits; once more when sessions of a killed server still hold its memory, which they let go of in a moment. */
async function launchReady(
  home: Home,
  launch: Launch,
  address: { host: string; port: number; password: string },
): Promise<RunningServer> {
  for (let attempt = 1; ; attempt += 1) {
    await stopOrphan(launch.cluster);
    const server = await launchServer(home, launch);
    let hasExited = false;
    const exited = server.exited.finally(() => {
      hasExited = true;
    });
    try {
      await waitUntilReady(address, () => hasExited);
      const pid = Number.parseInt(await readFile(join(launch.cluster, 'postmaster.pid'), 'utf8'), 10);
      return { exited, pid, end: server.end };
    } catch (cause) {
      server.end();
      await exited;
      const said = await logTail(home);
      if (attempt < 20 && said.includes('pre-existing shared memory block')) {
        await wait(250);
        continue;
      }
      const reason = said === '' ? textOf(cause) : said;
      throw new CodedError('store/postgres-failed', { step: 'start', reason }, { cause });
    }
  }
}

async function endServer(server: RunningServer): Promise<void> {
  server.end();
  const late = setTimeout(() => {
    try {
      process.kill(server.pid, 'SIGQUIT');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }, stopLimitMs);
  await server.exited;
  clearTimeout(late);
}

/** The host in the query is what clients take; the one before the slash only makes it a URL that everything can parse. */
function connectionUrl(address: { host: string; port: number; password: string }): string {
  const url = new URL(`postgresql://${databaseName}:${address.password}@localhost/${databaseName}`);
  url.searchParams.set('host', address.host);
  url.searchParams.set('port', String(address.port));
  return url.href;
}
