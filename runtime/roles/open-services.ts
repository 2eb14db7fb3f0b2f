import type { Logger } from 'pino';
import type { Settings } from '#runtime/config/read-settings.ts';
import { openWakeUps } from '#runtime/queue/bullmq/wake-ups-on-bullmq.ts';
import { createPool } from '#runtime/store/create-pool.ts';
import type { Services } from './services.ts';

/** How a process opens its services. */
export interface ServicesOptions {
  readonly settings: Settings;
  readonly databaseUrl: string;
  readonly log: Logger;
  /** Shown beside the connections of this process in the database. */
  readonly name: string;
  /** Connections of this process at most. */
  readonly connections: number;
}

/** Opens what the roles of a process share; `close` lets go of it again, once no role uses it. */
export function openServices(options: ServicesOptions): Services & { close(): Promise<void> } {
  const { settings, databaseUrl, log, name, connections } = options;
  let isClosing = false;
  const pool = createPool(databaseUrl, {
    max: connections,
    name,
    onError(error) {
      // The server ends what is still saying goodbye.
      if (!isClosing) log.warn({ err: error }, 'an idle connection to the database broke');
    },
  });
  const wakeUps = openWakeUps({ redisUrl: settings.redisUrl, databaseUrl }, log);
  return {
    settings,
    databaseUrl,
    pool,
    log,
    wakeUps,
    listening: { smtpPort: settings.smtpPort },
    async close() {
      isClosing = true;
      await wakeUps.close();
      await pool.end();
    },
  };
}
