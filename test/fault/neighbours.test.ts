import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import { anInteraction, type Engine, startEngine } from '#test/support/engine.ts';
import { until } from '#test/support/until.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterEach(() => engine.database.pool.query('truncate interactions, runs, journal, events, messages'));
afterAll(() => engine?.stop());

/** Attaches what the expression gives, then stops. */
const attaching = (js: string): BusinessProcessInput => ({
  format: 1,
  name: 'Attach',
  endpoints: { default: { media: 'email', queue: 'In' } },
  queues: { In: { views: { All: { submitter: { strategy: 'Main' } } } }, ErrorHeld: { parking: true } },
  strategies: {
    Main: {
      blocks: {
        entry: { type: 'entry', ports: { next: 'attach' } },
        attach: {
          type: 'attach-data',
          config: { entries: [{ key: 'Seen', value: { js } }] },
          ports: { next: 'stop', error: 'stop' },
        },
        stop: { type: 'stop-interaction', config: { reason: 'done' } },
      },
    },
  },
});

const subjects = ['first', 'bad', 'last'];

/** What became of each, by subject. */
async function fates(): Promise<Record<string, { state: string; problem: { code: string; message: string } | null }>> {
  const { rows } = await engine.database.pool.query('select subject, state, problem from interactions');
  return Object.fromEntries(rows.map(({ subject, ...row }) => [subject, row]));
}

describe('runs that share a transaction', () => {
  it.each([
    ['a NUL character', String.raw`"a\u0000b"`],
    ['half a character', String.raw`"a\ud800b"`],
  ])('go on when one of them attached %s, which is held with the reason', async (_what, value) => {
    await engine.activate(attaching(`interaction.subject === "bad" ? ${value} : "yes"`));
    await Promise.all(subjects.map((subject) => engine.submissions.submit(anInteraction({ subject }))));

    await engine.worker.takeFromQueue('default', 'In');

    const { first, bad, last } = await fates();
    expect([first, last]).toEqual([1, 2].map(() => ({ state: 'stopped', problem: null })));
    expect(bad).toMatchObject({ state: 'queued', problem: { code: 'run/not-storable' } });
    expect(bad?.problem?.message).toContain('cannot be stored');
  });
});

describe('runs whose commit the database did not take', () => {
  it('are tried again when it went away meanwhile, and it does not count against them', async () => {
    await engine.activate(attaching('"yes"'));
    await Promise.all(subjects.map((subject) => engine.submissions.submit(anInteraction({ subject }))));
    const { pool } = engine.database;
    const blocker = await pool.connect();
    await blocker.query('begin; lock table journal in access exclusive mode');
    const taking = engine.worker.takeFromQueue('default', 'In');
    const waiting = await until(async () => {
      const { rows } = await pool.query(
        `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return rows[0]?.pid as number | undefined;
    });
    await pool.query('select pg_terminate_backend($1)', [waiting]);
    await taking;
    await blocker.query('rollback');
    blocker.release();

    const { rows } = await pool.query('select state, losses from runs');
    expect(rows).toEqual(subjects.map(() => ({ state: 'running', losses: -1 })));
    await pool.query(`update runs set lease_until = now() - interval '1 s'`);
    while (await engine.worker.resumeLost());
    expect(Object.values(await fates()).map(({ state }) => state)).toEqual(['stopped', 'stopped', 'stopped']);
  });
});

describe('runs whose worker was lost', () => {
  it('are taken up one by one, so that the one that took it down takes nobody along', async () => {
    await engine.activate(attaching('"yes"'));
    await Promise.all(subjects.map((subject) => engine.submissions.submit(anInteraction({ subject }))));
    const { pool } = engine.database;
    // As a worker leaves them that was killed after it had taken them.
    await pool.query('alter table journal rename to journal_away');
    await expect(engine.worker.takeFromQueue('default', 'In')).rejects.toThrow('journal');
    await pool.query('alter table journal_away rename to journal');
    await pool.query(`update runs set lease_until = now() - interval '1 s'`);

    expect(await engine.worker.resumeLost()).toBe(true);

    const { rows } = await pool.query('select state, losses from runs order by ended_at nulls last');
    expect(rows).toEqual([
      { state: 'ended', losses: 1 },
      { state: 'running', losses: 0 },
      { state: 'running', losses: 0 },
    ]);
    while (await engine.worker.resumeLost());
    expect(Object.values(await fates()).map(({ state }) => state)).toEqual(['stopped', 'stopped', 'stopped']);
  });

  it('are held with the reason when their second worker is lost too', async () => {
    await engine.activate(attaching('"yes"'));
    await engine.submissions.submit(anInteraction({ subject: 'bad' }));
    const { pool } = engine.database;
    await pool.query('alter table journal rename to journal_away');
    await expect(engine.worker.takeFromQueue('default', 'In')).rejects.toThrow('journal');
    await pool.query('alter table journal_away rename to journal');
    await pool.query(`update runs set lease_until = now() - interval '1 s', losses = 1`);

    await engine.worker.resumeLost();

    expect((await fates())['bad']).toMatchObject({ state: 'queued', problem: { code: 'run/worker-lost' } });
    expect(await engine.worker.resumeLost()).toBe(false);
  });
});
