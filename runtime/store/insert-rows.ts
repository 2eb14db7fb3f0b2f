import type { PoolClient } from 'pg';
import { copyRows, type Row } from './copy-rows.ts';
import { inFlight } from './in-flight.ts';

export type { Row } from './copy-rows.ts';

/** Inserts any number of rows in one statement. All rows have the columns of the first. */
export async function insertRows(client: PoolClient, table: string, rows: readonly Row[]): Promise<void> {
  const copy = await copyRows(client, table, rows);
  if (copy.length > 0) await inFlight(client, copy);
}

/** A hash as `insertRows` takes it. */
export function hex(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes).toString('hex')}`;
}
