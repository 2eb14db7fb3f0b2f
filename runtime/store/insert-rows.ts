import type { PoolClient } from 'pg';
import { copyRows, type Row } from './copy-rows.ts';
import { inFlight } from './in-flight.ts';

export type { Row } from './copy-rows.ts';

/** Inserts any number of rows at once. What a row does not name gets its default. */
export async function insertRows(client: PoolClient, table: string, rows: readonly Row[]): Promise<void> {
  const copy = await copyRows(client, table, rows);
  if (copy.length > 0) await inFlight(client, copy);
}

/** A hash as `insertRows` takes it. */
export function hex(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes).toString('hex')}`;
}
