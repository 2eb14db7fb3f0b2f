import type { Pool, PoolClient } from 'pg';

/** Tenants this process is the active router of. */
export interface TenantLocks {
  /** Tenants owned now. Empty as soon as the connection that holds the locks is gone. */
  readonly owned: ReadonlySet<string>;
  /** Takes what is free, and makes sure that what is owned still is. Answers the tenants that are new. Throws when the database cannot be reached; then nothing is owned. */
  refresh(): Promise<string[]>;
  /** Gives everything up. */
  release(): void;
}

/** First half of the key, so that our locks meet no other use of advisory locks in the database. */
const lockSpace = 726_634;

/**
 * One router a tenant, by advisory locks on one connection: the database lets go of them when that connection ends, for
 * whatever reason, and a standby has them with its next refresh. Correctness does not rest on it: two routers at once
 * only do work twice.
 */
export function tenantLocks(pool: Pool): TenantLocks {
  const owned = new Set<string>();
  let client: PoolClient | undefined;

  const giveUp = (): void => {
    owned.clear();
    client?.release(true);
    client = undefined;
  };
  const connect = async (): Promise<PoolClient> => {
    const fresh = await pool.connect();
    fresh.on('error', () => {
      // A connection that breaks may say so several times, also when another has taken its place.
      if (client === fresh) giveUp();
    });
    client = fresh;
    return fresh;
  };

  return {
    owned,
    async refresh() {
      try {
        const { rows } = await (client ?? (await connect())).query<{ id: string }>(
          `with free as materialized (select id from tenants where id <> all($2::text[]))
           select id from free where pg_try_advisory_lock($1, hashtext(id))`,
          [lockSpace, [...owned]],
        );
        for (const { id } of rows) owned.add(id);
        return rows.map((row) => row.id);
      } catch (error) {
        giveUp();
        throw error;
      }
    },
    release: giveUp,
  };
}
