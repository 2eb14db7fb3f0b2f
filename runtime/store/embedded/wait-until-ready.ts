import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { CodedError, textOf } from '#dsl/errors/coded-error.ts';
import { databaseName } from './create-cluster.ts';

/** How a client reaches the server. */
export interface Address {
  readonly host: string;
  readonly port: number;
  readonly password: string;
}

/** Time for a server to recover from a crash: it has at most 512 MB of log to read, which a slow disk does in a minute. */
const limitMs = 120_000;

/** What a server says, or a socket does, that is still on its way: not there, not listening, starting (57P03). */
const notYet = new Set(['ENOENT', 'ECONNREFUSED', 'ECONNRESET', '57P03']);

/**
 * Waits until the server answers and has our database, which is created when missing. `gone` tells that the server has
 * ended meanwhile. Throws `store/postgres-failed`.
 */
export async function waitUntilReady(address: Address, gone: () => boolean): Promise<void> {
  const until = Date.now() + limitMs;
  while (!gone()) {
    const problem = await probe(address, databaseName);
    if (problem === undefined) return;
    const code = (problem as { code?: unknown }).code;
    // invalid_catalog_name: the first start, or one that was cut short before this line
    if (code === '3D000') await createDatabase(address);
    else if (!notYet.has(String(code)) || Date.now() > until) throw failed(problem);
    else await wait(10);
  }
  throw failed(new Error('it ended while starting'));
}

async function createDatabase(address: Address): Promise<void> {
  const problem = await probe(address, 'postgres', `create database ${databaseName}`);
  if (problem !== undefined) throw failed(problem);
}

async function probe(address: Address, database: string, statement = 'select 1'): Promise<unknown> {
  const client = new Client({ ...address, user: databaseName, database });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(statement);
    return undefined;
  } catch (error) {
    return error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function failed(cause: unknown): CodedError {
  return new CodedError('store/postgres-failed', { step: 'start', reason: textOf(cause) }, { cause });
}
