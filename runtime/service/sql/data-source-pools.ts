import pg from 'pg';
import type { DataSource } from '#dsl/model/data-source.ts';

/** Connections to one database at most: strategies share it with those it is there for. */
const maxConnections = 5;
const connectMs = 5000;
const idleMs = 30_000;

/** Types whose text is kept as it is: a date has no time zone, and must not move by that of this machine. */
const asText = new Set([1082, 1083, 1114, 1266]);
const int8 = 20;

const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
    if (asText.has(oid)) return (text) => text;
    if (oid === int8) return (text) => (Number.isSafeInteger(Number(text)) ? Number(text) : text);
    return pg.types.getTypeParser(oid, format as 'text') as (text: string) => unknown;
  },
};

/** Connections to the databases of data sources, opened when first asked and anew when their settings change. */
export class DataSourcePools {
  readonly #pools = new Map<string, { readonly stamp: string; readonly pool: pg.Pool }>();

  /** The connections of a data source. */
  of(tenantId: string, source: DataSource, password: string | undefined): pg.Pool {
    const key = `${tenantId}/${source.name}`;
    const stamp = JSON.stringify([source, password]);
    const known = this.#pools.get(key);
    if (known?.stamp === stamp) return known.pool;
    if (known !== undefined) void known.pool.end();
    const pool = openPool(source, password);
    this.#pools.set(key, { stamp, pool });
    return pool;
  }

  /** Ends all connections. */
  async close(): Promise<void> {
    const pools = [...this.#pools.values()];
    this.#pools.clear();
    await Promise.all(pools.map(({ pool }) => pool.end()));
  }
}

function askedForPassword(): Promise<never> {
  return Promise.reject(new Error('it asks for a password; name the secret that holds it'));
}

/** Connections to a database, none opened yet. */
export function openPool(source: DataSource, password: string | undefined): pg.Pool {
  const { host, port, database, user, tls, caPem } = source;
  const pool = new pg.Pool({
    host,
    port,
    database,
    user,
    // left out, it would be what the environment of this process says
    password: password ?? askedForPassword,
    ssl: tls === 'none' ? false : { rejectUnauthorized: tls === 'verify', ...(caPem !== undefined && { ca: caPem }) },
    max: maxConnections,
    connectionTimeoutMillis: connectMs,
    idleTimeoutMillis: idleMs,
    application_name: 'signalbox',
    types,
  });
  // an idle connection that breaks is replaced by the next one
  pool.on('error', () => undefined);
  return pool;
}
