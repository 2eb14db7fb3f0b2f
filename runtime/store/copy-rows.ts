import type { ClientBase } from 'pg';
import type { Statement } from './in-flight.ts';
import { columnText } from './value-text.ts';

/** A row by column name. Dates and JSON values as they are; `bytea` as `\x` hex text; `undefined` is null. */
export type Row = Readonly<Record<string, unknown>>;

interface Column {
  readonly type: string;
  readonly hasDefault: boolean;
}

/** Tables whose columns have been read: the schema does not change under a running process. */
const tables = new Map<string, ReadonlyMap<string, Column>>();

/**
 * The statements that insert these rows; none when there are no rows. What a row does not name gets its default. Copying costs
 * the server half of what a set made from JSON does, and no planning.
 */
export async function copyRows(client: ClientBase, table: string, rows: readonly Row[]): Promise<Statement[]> {
  const alike = Map.groupBy(rows, (row) => Object.keys(row).join());
  return Promise.all([...alike.values()].map((group) => copyAlike(client, table, group)));
}

async function copyAlike(client: ClientBase, table: string, rows: readonly Row[]): Promise<Statement> {
  const names = Object.keys(rows[0] ?? {});
  let columns = tables.get(table);
  if (columns === undefined || names.some((name) => columns?.has(name) !== true)) {
    columns = await readColumns(client, table);
    tables.set(table, columns);
  }
  // A column that is null in every row need not be written, unless it would then get its default.
  const isWritten = (name: string): boolean =>
    columns.get(name)?.hasDefault !== false || rows.some((row) => row[name] !== null && row[name] !== undefined);
  return copyStatement(table, columns, { names: names.filter(isWritten), rows });
}

async function readColumns(client: ClientBase, table: string): Promise<ReadonlyMap<string, Column>> {
  const { rows } = await client.query<{ name: string } & Column>(
    `select attname as name, format_type(atttypid, null) as type, atthasdef as "hasDefault" from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped`,
    [table],
  );
  return new Map(rows.map(({ name, ...column }) => [name, column]));
}

function copyStatement(
  table: string,
  columns: ReadonlyMap<string, Column>,
  { names, rows }: { names: readonly string[]; rows: readonly Row[] },
): Statement {
  const types = names.map((name) => columns.get(name)?.type ?? 'text');
  let copied = '';
  for (const row of rows) {
    for (let index = 0; index < names.length; index += 1) {
      if (index > 0) copied += '\t';
      const text = columnText(row[names[index] ?? ''], types[index] ?? 'text');
      copied += text === null ? '\\N' : escaped(text);
    }
    copied += '\n';
  }
  return { text: `copy ${table} (${names.join(', ')}) from stdin`, copied };
}

const special = /[\\\n\r\t]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** COPY's text format, "File Formats" in PostgreSQL's manual. */
function escaped(text: string): string {
  return special.test(text) ? text.replace(/[\\\n\r\t]/g, (character) => escapes[character] ?? character) : text;
}
