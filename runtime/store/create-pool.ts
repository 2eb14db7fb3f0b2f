import { Pool } from 'pg';

/** How a pool is made. */
export interface PoolOptions {
  /** Connections at most; an embedded server has 100 for all processes together. */
  readonly max: number;
  /** Shown in pg_stat_activity, so that an operator sees which role holds a connection. */
  readonly name: string;
  /** Told about a connection that broke while idle; the pool opens another when it needs one. */
  readonly onError?: (error: Error) => void;
}

/** Connections to the database at `url`, opened when needed. Close it with `end()`. */
export function createPool(url: string, options: PoolOptions): Pool {
  const pool = new Pool({
    connectionString: url,
    max: options.max,
    application_name: `signalbox ${options.name}`,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
  });
  // Without a listener a connection that breaks would end the process: also in the moment in which the pool has handed it out and
  // whoever asked for it has not been told yet. Who uses it hears of it by their next query.
  pool.on('connect', (client) => client.on('error', () => undefined));
  pool.on('error', (error) => options.onError?.(error));
  return pool;
}
