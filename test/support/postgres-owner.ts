import { createPool } from '#runtime/store/create-pool.ts';
import { startEmbeddedPostgres } from '#runtime/store/embedded/start-embedded-postgres.ts';

/**
 * A process that owns an embedded server and writes to it until it is killed: `postgres-owner.ts DATA_DIR [namespaces]`, run with
 * an IPC channel. Tells its parent `{ pid }` of the server, then `{ committed }` after each commit.
 */
const [dataDir = '', namespaces] = process.argv.slice(2);
const server = await startEmbeddedPostgres({
  dataDir,
  ...(namespaces === 'no-namespaces' ? { probe: async () => false } : {}),
});
const pool = createPool(server.url, { max: 1, name: 'owner' });
await pool.query('create table if not exists written (number integer primary key, filler text)');
process.send?.({ pid: server.pid });
for (let number = 1; ; number += 1) {
  await pool.query(`insert into written values ($1, repeat('x', 1000))`, [number]);
  process.send?.({ committed: number });
}
