import type { Pool, PoolClient } from 'pg';
import { inTransaction } from './transaction.ts';

/** A transaction that lost against another has done nothing; more than a few losses in a row are no accident. */
const attempts = 5;

/**
 * As `inTransaction`, run again when the database ended it in favour of another one. The work must do nothing outside the
 * transaction.
 */
export function inRetriedTransaction<Result>(
  pool: Pool,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  return retriedWhenLost(() => inTransaction(pool, work));
}

/** Runs a transaction again that the database ended in favour of another (SQLSTATE 40P01 deadlock, 40001 serialization failure). */
export async function retriedWhenLost<Result>(transaction: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt >= attempts || !lostAgainstAnother(error)) throw error;
    }
  }
}

function lostAgainstAnother(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return code === '40P01' || code === '40001';
}
