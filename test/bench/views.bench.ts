import type { Pool } from 'pg';
import type { View } from '#dsl/document/business-process.ts';
import { viewToSql } from '#runtime/interaction/view-sql.ts';
import { startTestDatabase } from '#test/support/database.ts';
import type { BenchResult } from './bench-result.ts';

/** Name on the command line. */
export const name = 'views';

const queued = 1_000_000;
const taken = 100;
const repetitions = 50;
const order = ['priority desc', 'receivedAt'];

/** What a view is to the query. */
type Selection = Pick<View, 'condition' | 'order'>;

const everything: Selection = { order };
const where = (field: string, operator: '=' | '>=', value: string | number): Selection => ({
  order,
  condition: { combinator: 'and', rules: [{ field, operator, value }] },
});

/**
 * The next 100 interactions of a view of a queue with a million, by priority and age, locked as a submitter does; then with conditions
 * that let one in ten, one in a hundred and one in ten thousand through. Median and worst of 50, in milliseconds.
 */
export async function run(): Promise<BenchResult> {
  const database = await startTestDatabase();
  try {
    const { pool } = database;
    await fill(pool);
    const next = await timed(pool, everything);
    const detail = {
      queued,
      next,
      property: await timed(pool, where('priority', '>=', 9)),
      oneInTen: await timed(pool, where('data.Tenth', '=', '3')),
      oneInHundred: await timed(pool, where('data.Hundredth', '=', '42')),
      oneInTenThousand: await timed(pool, where('data.TenThousandth', '=', '4242')),
    };
    return { ours: next.medianMs, unit: 'ms, median of the next 100', detail };
  } finally {
    await database.stop();
  }
}

async function fill(pool: Pool): Promise<void> {
  await pool.query(
    `insert into interactions (id, tenant_id, media, type, subtype, state, queue, placed_at, received_at, thread_id, priority, subject, data)
     select id, 'default', 'email', 'Inbound', 'InboundNew', 'queued', 'Inbound queue', now(), now() - n * interval '1 second', id,
       (n * 7919) % 10, 'Question ' || n, jsonb_build_object('Mailbox', 'support@example.com', 'Tenth', (n * 31 % 10)::text,
         'Hundredth', (n * 37 % 100)::text, 'TenThousandth', (n * 41 % 10000)::text)
     from (select n, uuidv7() as id from generate_series(1, ${queued}::bigint) as n) as made`,
  );
  await pool.query('vacuum analyze interactions');
}

async function timed(pool: Pool, view: Selection): Promise<{ readonly medianMs: number; readonly worstMs: number }> {
  const { where: condition, parameters, orderBy } = viewToSql(view, 3);
  const client = await pool.connect();
  const times: number[] = [];
  try {
    for (let n = 0; n < repetitions; n += 1) {
      await client.query('begin');
      const start = performance.now();
      const { rowCount } = await client.query(
        `select i.id from interactions i
         where i.tenant_id = $1 and i.queue = $2 and i.state = 'queued' and not i.is_held and ${condition}
         order by ${orderBy} limit ${taken} for update skip locked`,
        ['default', 'Inbound queue', ...parameters],
      );
      times.push(performance.now() - start);
      await client.query('rollback');
      if (rowCount !== taken) throw new Error(`the view has ${rowCount} interactions only`);
    }
  } finally {
    client.release();
  }
  times.sort((a, b) => a - b);
  return { medianMs: rounded(times[repetitions >> 1]), worstMs: rounded(times.at(-1)) };
}

function rounded(ms: number | undefined): number {
  return Math.round((ms ?? 0) * 10) / 10;
}
