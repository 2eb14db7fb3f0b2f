import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import { anInteraction, type Engine, startEngine } from '#test/support/engine.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await startEngine();
});
afterEach(() => engine.database.pool.query('truncate interactions, runs, journal, answers, events, messages'));
afterAll(() => engine?.stop());

/** Every run of it waits for an hour. */
const waiting: BusinessProcessInput = {
  format: 1,
  name: 'Waiting',
  endpoints: { default: { media: 'email', queue: 'In' } },
  queues: { In: { views: { All: { submitter: { strategy: 'Main', maxInFlight: 2 } } } }, ErrorHeld: { parking: true } },
  strategies: {
    Main: {
      blocks: {
        entry: { type: 'entry', ports: { next: 'pause' } },
        pause: { type: 'wait', config: { seconds: 3600 }, ports: { next: 'stop', error: 'stop' } },
        stop: { type: 'stop-interaction', config: { reason: 'done' } },
      },
    },
  },
};

async function runs(): Promise<{ id: string; state: string; wake_at: Date }[]> {
  return (await engine.database.pool.query('select id, state, wake_at from runs')).rows;
}

describe('takers', () => {
  it('of one view leave no more in flight than it allows, however many take at once', async () => {
    await engine.activate(waiting);
    await Promise.all(Array.from({ length: 8 }, () => engine.submissions.submit(anInteraction())));

    // Connections that are open already, so that nobody is late.
    const opened = await Promise.all(Array.from({ length: 6 }, () => engine.database.pool.connect()));
    for (const client of opened) client.release();
    await Promise.all(Array.from({ length: 6 }, () => engine.worker.takeFromQueue('default', 'In')));

    expect(await runs()).toHaveLength(2);
  });

  it('leave a run waiting at its call when an answer to another call arrives', async () => {
    await engine.activate(waiting);
    await engine.submissions.submit(anInteraction());
    await engine.worker.takeFromQueue('default', 'In');
    const before = await runs();
    await engine.database.pool.query(`insert into answers (run_id, seq, result) select id, 99, '{}' from runs`);

    await engine.worker.resumeRuns();

    expect(before).toMatchObject([{ state: 'waiting' }]);
    expect(await runs()).toEqual(before);
    expect((await engine.database.pool.query('select from answers')).rowCount).toBe(0);
  });
});
