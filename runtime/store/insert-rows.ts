import type { PoolClient } from 'pg';

/** A row by column name. Dates and JSON values as they are; `bytea` as `\x` hex text; `undefined` is null. */
export type Row = Readonly<Record<string, unknown>>;

/** Inserts any number of rows in one statement and one round trip. All rows have the columns of the first. */
export async function insertRows(
  client: PoolClient,
  table: string,
  rows: readonly Row[],
  conflict = '',
): Promise<void> {
  const first = rows[0];
  if (first === undefined) return;
  const columns = Object.keys(first).join(', ');
  await client.query(
    `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb) ${conflict}`,
    [JSON.stringify(rows)],
  );
}

/** A hash as `insertRows` takes it. */
export function hex(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes).toString('hex')}`;
}
