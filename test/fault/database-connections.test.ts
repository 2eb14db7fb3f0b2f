import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPool } from '#runtime/store/create-pool.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database?.stop());

describe('a connection that the database ends', () => {
  it('does not end the process, also while whoever asked for it does not have it yet', async () => {
    const pool = createPool(database.url, { max: 1, name: 'test' });
    const client = await pool.connect();

    expect(() => client.emit('error', new Error('terminating connection'))).not.toThrow();

    client.release(true);
    await pool.end();
  });

  it('is replaced by another at the next question', async () => {
    const broken: Error[] = [];
    const pool = createPool(database.url, { max: 1, name: 'test', onError: (error) => broken.push(error) });
    const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
    await database.pool.query('select pg_terminate_backend($1, 5000)', [rows[0]?.pid]);
    await expect.poll(() => broken).toHaveLength(1);

    const again = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');

    expect(again.rows[0]?.pid).not.toBe(rows[0]?.pid);
    await pool.end();
  });
});
