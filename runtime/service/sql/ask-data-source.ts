import type { Socket } from 'node:net';
import pg, { type PoolClient } from 'pg';
import type { ParamsOf } from '#dsl/blocks/host-calls.ts';
import { textOf } from '#dsl/errors/coded-error.ts';
import { failed, failedForNow, type ServiceOutcome } from '../service-outcome.ts';
import { storableJson } from '../storable-json.ts';

/** Largest answer a strategy reads, as JSON; the journal keeps it. */
const maxAnswerBytes = 256 * 1024;
/** Bytes that a statement may send us before we hang up: room for the rows beyond those wanted that are under way already. */
const maxReceivedBytes = 4 * 1024 * 1024;
/** Beyond the time of the statement itself: what the connection may take to say so. */
const graceMs = 2000;

type Params = ParamsOf<'sql-query'>;

/** Rows of a statement, as far as they were wanted. `isWhole` is false when the connection still has others to give. */
interface Found {
  readonly rows: readonly unknown[];
  readonly count: number;
  readonly more: boolean;
  readonly isWhole: boolean;
}

/**
 * Runs one statement in a transaction of its own, which can only read unless the block and the data source both allow changes.
 * Values travel apart from the statement, and rows beyond the limit are not kept. Lets go of the connection.
 */
export async function askDataSource(client: PoolClient, params: Params, mayWrite: boolean): Promise<ServiceOutcome> {
  const timeoutMs = params.timeoutSeconds * 1000;
  let isReusable = false;
  try {
    await client.query(mayWrite ? 'begin' : 'begin read only');
    await client.query(`set local statement_timeout = ${timeoutMs}`);
    const found = await run(client, params, { mayWrite, limitMs: timeoutMs + graceMs });
    if (found.isWhole) await client.query(mayWrite ? 'commit' : 'rollback');
    isReusable = found.isWhole;
    return resultOf(found);
  } catch (error) {
    return outcomeOf(error, params);
  } finally {
    // a connection in any other state is nobody else's
    client.release(!isReusable);
  }
}

function run(
  client: PoolClient,
  { sql, values, maxRows }: Params,
  { mayWrite, limitMs }: { mayWrite: boolean; limitMs: number },
): Promise<Found> {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  const rows: unknown[] = [];
  let count = 0;
  let received = 0;
  let watch: (chunk: Buffer) => void = () => undefined;
  let deadline: NodeJS.Timeout | undefined;
  const found = new Promise<Found>((resolve, reject) => {
    // the extended protocol takes one statement only: nothing comes after a semicolon
    const config = { text: sql, values: [...values], queryMode: 'extended' };
    const query = new pg.Query(config);
    query.on('row', (row: unknown) => {
      count += 1;
      if (count <= maxRows) rows.push(row);
      else if (!mayWrite) resolve({ rows, count: rows.length, more: true, isWhole: false });
    });
    query.on('error', reject);
    query.on('end', (result) => {
      const changed = count === 0 ? (result.rowCount ?? 0) : rows.length;
      resolve({ rows, count: changed, more: count > maxRows, isWhole: true });
    });
    watch = ({ length }) => {
      received += length;
      if (received <= maxReceivedBytes) return;
      reject(new RangeError(`the database sends more than ${maxReceivedBytes} bytes`));
      stream.destroy();
    };
    deadline = setTimeout(() => reject(Object.assign(new Error('no answer'), { code: '57014' })), limitMs);
    stream.on('data', watch);
    client.query(query);
  });
  return found.finally(() => {
    clearTimeout(deadline);
    stream.off('data', watch);
  });
}

function resultOf({ rows, count, more }: Found): ServiceOutcome {
  // dates and the like become what JSON makes of them
  const result = { rows: storableJson(JSON.parse(JSON.stringify(rows))), count, more };
  const bytes = JSON.stringify(result).length;
  if (bytes <= maxAnswerBytes) return { result };
  return failed(
    'sql/too-large',
    `The rows are ${bytes} bytes of JSON; at most ${maxAnswerBytes} are taken. Select less.`,
  );
}

/** SQLSTATE classes (PostgreSQL appendix A): 08 connection, 53 resources, 57P0x shutdown; 57014 is a statement that took too long. */
function outcomeOf(error: unknown, { dataSource, timeoutSeconds }: Params): ServiceOutcome {
  const { code } = error as { code?: unknown };
  if (code === '57014') {
    return failedForNow('sql/timeout', `"${dataSource}" did not answer within ${timeoutSeconds} s.`);
  }
  if (code === '25006') {
    const message = `The statement changes "${dataSource}"; the block and the data source must both allow that.`;
    return failed('sql/read-only', message);
  }
  if (error instanceof RangeError) return failed('sql/too-large', `${dataSource}: ${error.message}. Select less.`);
  const isSqlState = typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code);
  if (!isSqlState || /^(?:08|53|57P0)/.test(code))
    return failedForNow('sql/unreachable', `"${dataSource}" cannot be reached: ${textOf(error)}.`);
  return failed('sql/failed', `"${dataSource}": ${textOf(error)}.`);
}
