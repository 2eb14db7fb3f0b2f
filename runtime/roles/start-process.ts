import type { Logger } from 'pino';
import type { Settings } from '#runtime/config/read-settings.ts';
import { startEmbeddedPostgres } from '#runtime/store/embedded/start-embedded-postgres.ts';
import { migrate } from '#runtime/store/migrate.ts';
import { loadRole } from './load-role.ts';
import { openServices } from './open-services.ts';
import type { Announcement, Role, RunningRole } from './role.ts';

/** Connections of the main process at most; the embedded server has 100 for all processes. */
const connections = 20;

/** What a process has started so far; stopped in reverse, each once. */
export class Started {
  readonly #stops: (() => Promise<void>)[] = [];

  /** Adds something to be stopped before all that was added earlier. */
  add(stop: () => Promise<void>): void {
    this.#stops.push(stop);
  }

  /** Stops everything, also when some of it fails; answers what failed. */
  async stopAll(): Promise<unknown[]> {
    const failures: unknown[] = [];
    for (let stop = this.#stops.pop(); stop !== undefined; stop = this.#stops.pop()) {
      await stop().catch((error: unknown) => failures.push(error));
    }
    return failures;
  }
}

/** Told when the process can no longer do its work. */
type LossListener = (error: unknown) => void;

/** Starts database, services and roles. What has been started is in `started` also when a later part fails. */
export async function startProcess(
  settings: Settings,
  log: Logger,
  started: Started,
  onLoss: LossListener,
): Promise<Announcement[]> {
  const [databaseUrl, roles] = await Promise.all([
    settings.databaseUrl ?? startDatabase(settings, log, started, onLoss),
    Promise.all(settings.roles.map((name) => loadRole(name))),
  ]);
  const services = openServices({ settings, databaseUrl, log, name: 'main', connections });
  started.add(() => services.close());
  const migrations = await migrate(services.pool);
  if (migrations.length > 0) log.info({ migrations }, 'the database is up to date');
  const running: RunningRole[] = [];
  started.add(async () => void (await Promise.all(running.map((role) => role.stop()))));
  const startOne = async (role: Role): Promise<RunningRole> => {
    const one = await role.start(services);
    running.push(one);
    return one;
  };
  const settled = await Promise.allSettled(roles.map(startOne));
  const failed = settled.find((result) => result.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  return settled.flatMap((result) => (result.status === 'fulfilled' ? (result.value.announcements ?? []) : []));
}

async function startDatabase(settings: Settings, log: Logger, started: Started, onLoss: LossListener): Promise<string> {
  const server = await startEmbeddedPostgres({
    dataDir: settings.dataDir,
    onRestart(error) {
      if (error !== undefined) onLoss(error);
      else log.error('the embedded PostgreSQL ended by itself and was started again');
    },
  });
  started.add(() => server.stop());
  return server.url;
}
