import { afterAll, beforeAll, expect, it } from 'vitest';
import { anInteraction, type Engine, startEngine } from '#test/support/engine.ts';
import { until } from '#test/support/until.ts';

let engine: Engine;

beforeAll(async () => {
  engine = await startEngine();
  engine.listen();
});
afterAll(() => engine.stop());

const code = `
  const two = await Promise.allSettled([
    calls.wait({ seconds: 0.2 }),
    calls.routeInteraction({ targets: [{ agentGroup: 'Nobody' }], timeoutSeconds: 60, inQueues: [], outQueues: [] }),
    calls.wait({ seconds: 300 }),
  ]);
  data.Outcomes = two.map(({ status, reason }) => reason?.code ?? status).join(' ');`;

it('waits at one call at a time: the second is refused by name and leaves nothing behind', async () => {
  await engine.activate({
    format: 1,
    name: 'Impatient',
    endpoints: { default: { media: 'email', queue: 'In' } },
    queues: {
      In: { views: { All: { submitter: { strategy: 'Main' } } } },
      Done: { parking: true },
      ErrorHeld: { parking: true },
    },
    strategies: {
      Main: {
        blocks: {
          entry: { type: 'entry', ports: { next: 'both' } },
          both: { type: 'script', config: { code }, ports: { next: 'done' } },
          done: { type: 'queue-interaction', config: { queue: 'Done' } },
        },
      },
    },
  });
  const { pool } = engine.database;
  const { interactionId } = await engine.submissions.submit(anInteraction());

  const placed = await until(async () => {
    const { rows } = await pool.query('select queue, data, problem from interactions where id = $1', [interactionId]);
    return rows[0]?.queue === 'Done' || rows[0]?.problem ? rows[0] : undefined;
  });

  expect(placed).toMatchObject({ queue: 'Done', problem: null });
  const [first, ...others] = placed.data.Outcomes.split(' ');
  expect(first).toBe('fulfilled');
  expect(others).toEqual(['call/one-at-a-time', 'call/one-at-a-time']);
  expect((await pool.query('select from routing_requests')).rowCount).toBe(0);
});
