import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Settings } from '#runtime/config/read-settings.ts';
import type { WakeUps } from '#runtime/queue/wake-ups.ts';

/** What every role of a process shares. */
export interface Services {
  readonly settings: Settings;
  /** Where the database is: the server of the settings, or the embedded one. */
  readonly databaseUrl: string;
  /** The database, with all migrations run. */
  readonly pool: Pool;
  readonly log: Logger;
  /** Tells workers and senders that work waits for them. */
  readonly wakeUps: WakeUps;
  /** Where this process really listens: with port 0 the system chooses. */
  readonly listening: { smtpPort: number };
}
