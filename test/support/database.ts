import type { Pool } from 'pg';
import { createPool } from '#runtime/store/create-pool.ts';
import type { ServerSettings } from '#runtime/store/embedded/server-settings.ts';
import { startEmbeddedPostgres } from '#runtime/store/embedded/start-embedded-postgres.ts';
import { migrate } from '#runtime/store/migrate.ts';
import { temporaryDirectory } from './temporary-directory.ts';

/** A PostgreSQL of this test file's own. */
export interface TestDatabase {
  readonly url: string;
  readonly pool: Pool;
  /** Closes the pool, ends the server and removes its data. */
  stop(): Promise<void>;
}

/**
 * Starts a real PostgreSQL on an empty directory, with all migrations run: half a second. Start one in `beforeAll` and keep tests
 * apart by tenant. It is not durable (`fsync` off), only fast, unless asked to be; it ends with this process in any case.
 */
export async function startTestDatabase(options: { durable?: boolean } = {}): Promise<TestDatabase> {
  const directory = await temporaryDirectory();
  const settings: ServerSettings = options.durable === true ? {} : { fsync: 'off', full_page_writes: 'off' };
  const server = await startEmbeddedPostgres({ dataDir: directory.path, settings });
  const pool = createPool(server.url, { max: 10, name: 'test' });
  const stop = async (): Promise<void> => {
    await pool.end();
    await server.stop();
    await directory.remove();
  };
  try {
    await migrate(pool);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: server.url, pool, stop };
}
