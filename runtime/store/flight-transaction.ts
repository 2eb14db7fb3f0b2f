import type { Pool, PoolClient } from 'pg';
import { inFlight, type RowsOf, type Statement, sql } from './in-flight.ts';

/** A transaction whose statements travel together. */
export interface FlightTransaction {
  /** Its connection, for what asks by itself; inside the transaction once a flight has gone out. */
  readonly client: PoolClient;
  /** Sends statements, the first time behind `begin`. */
  send<const Statements extends readonly Statement[]>(statements: Statements): Promise<RowsOf<Statements>>;
  /** Sends the last statements, and `commit` behind them. */
  commit<const Statements extends readonly Statement[]>(statements: Statements): Promise<RowsOf<Statements>>;
}

/** Runs the work in one transaction. It is rolled back unless the work commits it, also when the work throws. */
export async function inFlightTransaction<Result>(
  pool: Pool,
  work: (transaction: FlightTransaction) => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error): void => {
    broken = error;
  };
  client.on('error', onError);
  let state: 'new' | 'begun' | 'committed' = 'new';
  const send = async (statements: readonly Statement[], last: readonly Statement[]): Promise<unknown[]> => {
    const before = state === 'new' ? [sql('begin')] : [];
    state = 'begun';
    const rows = await inFlight(client, [...before, ...statements, ...last]);
    return rows.slice(before.length, before.length + statements.length);
  };
  try {
    return await work({
      client,
      // The rows are those of the statements: the flight's own are cut off.
      send: async (statements) => (await send(statements, [])) as never,
      commit: async (statements) => {
        const rows = await send(statements, [sql('commit')]);
        state = 'committed';
        return rows as never;
      },
    });
  } finally {
    // A connection that cannot roll back is thrown away: its server ends the transaction.
    if ((state as string) === 'begun') {
      await client.query('rollback').catch((cause: Error) => {
        broken = cause;
      });
    }
    client.off('error', onError);
    client.release(broken);
  }
}
