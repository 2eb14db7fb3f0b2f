import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { insertRows } from '#runtime/store/insert-rows.ts';
import { inFlight, sql } from '#runtime/store/in-flight.ts';
import { inTransaction } from '#runtime/store/transaction.ts';
import { startTestDatabase, type TestDatabase } from '#test/support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startTestDatabase();
  await database.pool.query(
    `create table things (place int primary key, words text, list text[] not null default '{none}', facts jsonb, at timestamptz,
       bytes bytea, sure boolean not null default true, id uuid, large bigint, share double precision)`,
  );
});
afterAll(() => database?.stop());

/** PostgreSQL stores any character but NUL, and no halves of characters. */
const text = fc
  .string({ unit: 'grapheme' })
  .map((drawn) => drawn.replaceAll('\0', '').toWellFormed())
  .chain((drawn) => fc.constantFrom(drawn, `${drawn}\t`, `\\N${drawn}`, `${drawn}\r\n\\.\n`, `{"${drawn}\\`));
const thing = fc.record({
  words: fc.option(text),
  list: fc.array(fc.option(text)),
  facts: fc.option(fc.oneof(text, fc.array(text), fc.dictionary(text, text))),
  at: fc.option(fc.date({ min: new Date(0), max: new Date('9999-01-01'), noInvalidDate: true })),
  sure: fc.boolean(),
  id: fc.option(fc.uuid()),
  large: fc.option(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String)),
  share: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((drawn) => (drawn === 0 ? 0 : drawn))),
  bytes: fc.option(fc.uint8Array().map((drawn) => Buffer.from(drawn))),
});

describe('rows that are inserted', () => {
  it('come back as they were, whatever characters are in them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(thing, { minLength: 1, maxLength: 20 }), async (things) => {
        await database.pool.query('truncate things');
        const rows = things.map((drawn, place) => ({ ...drawn, place }));
        await inTransaction(database.pool, (client) => insertRows(client, 'things', rows));

        const { rows: stored } = await database.pool.query(
          'select words, list, facts, at, sure, id, large, share, bytes, place from things order by place',
        );

        expect(stored).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });

  it('get the default where they say nothing, and null where they say null', async () => {
    await database.pool.query('truncate things');
    await inTransaction(database.pool, (client) => insertRows(client, 'things', [{ place: 1 }, { place: 2 }]));

    const { rows } = await database.pool.query('select words, list, sure from things');

    expect(rows[0]).toEqual({ words: null, list: ['none'], sure: true });
    await expect(
      inTransaction(database.pool, (client) => insertRows(client, 'things', [{ place: 3, list: null }])),
    ).rejects.toMatchObject({ code: '23502' });
  });
});

describe('statements sent together', () => {
  it('answer with the rows of each', async () => {
    const rows = await inTransaction(database.pool, (client) =>
      inFlight(client, [
        sql<{ a: number }>('select $1::int as a', 1),
        sql('select'),
        sql<{ b: string[] }>('select $1::text[] as b', ['x']),
      ]),
    );

    expect(rows).toEqual([[{ a: 1 }], [{}], [{ b: ['x'] }]]);
  });

  it('stop at the first that fails, copied rows included, and leave the connection usable', async () => {
    await database.pool.query('truncate things');
    const client = await database.pool.connect();
    const copy = { text: 'copy things (place) from stdin', copied: Buffer.from('7\n') };

    await expect(inFlight(client, [sql('select 1 / $1::int', 0), copy, sql('select 1')])).rejects.toMatchObject({
      code: '22012',
    });
    await expect(inFlight(client, [{ ...copy, copied: Buffer.from('x\n') }, copy])).rejects.toMatchObject({
      code: '22P02',
    });
    const [rows] = await inFlight(client, [sql<{ count: string }>('select count(*) from things')]);

    client.release();
    expect(rows).toEqual([{ count: '0' }]);
  });
});
