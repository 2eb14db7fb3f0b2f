import { readdir, readFile } from 'node:fs/promises';
import type { Pool } from 'pg';

const folder = new URL('./migrations/', import.meta.url);
/** Any constant: one process migrates at a time, the others wait and find nothing to do. */
const lockKey = 7_266_344;

/** Brings the database to the newest schema: every file of migrations/ once, in the order of names, each in a transaction. */
export async function migrate(pool: Pool): Promise<string[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).toSorted();
  const client = await pool.connect();
  const applied: string[] = [];
  try {
    await client.query('select pg_advisory_lock($1)', [lockKey]);
    await client.query(
      'create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())',
    );
    const done = new Set(
      (await client.query<{ name: string }>('select name from migrations')).rows.map((row) => row.name),
    );
    for (const file of files.filter((name) => !done.has(name))) {
      const sql = await readFile(new URL(file, folder), 'utf8');
      await client.query('begin');
      try {
        await client.query(sql);
        await client.query('insert into migrations (name) values ($1)', [file]);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw error;
      }
      applied.push(file);
    }
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lockKey]);
    client.release();
  }
  return applied;
}
