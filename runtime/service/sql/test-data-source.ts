import type { DataSource } from '#dsl/model/data-source.ts';
import { textOf } from '#dsl/errors/coded-error.ts';
import { openPool } from './data-source-pools.ts';

/** Whether a data source can be asked, or why not. */
export async function testDataSource(
  source: DataSource,
  password: string | undefined,
): Promise<{ ok: boolean; reason?: string }> {
  const pool = openPool(source, password);
  try {
    await pool.query('select 1');
    return { ok: true };
  } catch (error) {
    return { ok: false, reason: textOf(error) };
  } finally {
    await pool.end();
  }
}
