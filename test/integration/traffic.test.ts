import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import type { TrafficFocus } from '#dsl/protocol/traffic.ts';
import { interactionQuerySchema } from '#dsl/protocol/interactions.ts';
import { countInteractions } from '#runtime/interaction/counts.ts';
import { listInteractions } from '#runtime/interaction/list-interactions.ts';
import { processTraffic } from '#runtime/traffic/process-traffic.ts';
import { TrafficHour } from '#runtime/traffic/traffic-hour.ts';
import { anInteraction, type Engine, startEngine } from '#test/support/engine.ts';
import { until } from '#test/support/until.ts';

/** No response of that name is there, so acknowledging leaves by the error port; 'Break' fails, 'Wait' goes on waiting. */
const process: BusinessProcessInput = {
  format: 1,
  name: 'Watched',
  endpoints: { default: { media: 'email', queue: 'In' } },
  queues: {
    In: { views: { All: { submitter: { strategy: 'Sort' } } } },
    Done: { parking: true },
    ErrorHeld: { parking: true },
  },
  strategies: {
    Sort: {
      blocks: {
        entry: { type: 'entry', config: {}, ports: { next: 'look' } },
        look: {
          type: 'script',
          config: { code: "if (interaction.subject === 'Break') throw new Error('broken on purpose');" },
          ports: { next: 'urgent' },
        },
        urgent: {
          type: 'script',
          config: { code: "data.hours = interaction.subject === 'Wait' ? 1 : 0;" },
          ports: { next: 'pause' },
        },
        pause: {
          type: 'wait',
          config: { seconds: { js: 'data.hours * 3600' } },
          ports: { next: 'thank', error: 'done' },
        },
        thank: {
          type: 'acknowledgement',
          config: { response: 'No such response', queue: 'Done' },
          ports: { sent: 'done', error: 'done' },
        },
        done: { type: 'queue-interaction', config: { queue: 'Done' } },
      },
    },
  },
};

let engine: Engine;
const ids: Record<string, string> = {};

beforeAll(async () => {
  engine = await startEngine();
  await engine.activate(process);
  for (const subject of ['Thanks', 'Thanks again', 'Break', 'Wait'])
    ids[subject] = (await engine.submissions.submit(anInteraction({ subject }))).interactionId;
  while (await engine.worker.takeFromQueue('default', 'In'));
  await until(async () => (await engine.worker.resumeRuns(), (await running()) === 1) || undefined);
});
afterAll(() => engine.stop());

async function running(): Promise<number> {
  const { rows } = await engine.database.pool.query<{ count: number }>(
    `select count(*)::int as count from runs where state in ('running', 'waiting')`,
  );
  return rows[0]?.count ?? 0;
}

async function watched(focus: TrafficFocus | null = null) {
  const hour = new TrafficHour(engine.database.pool, 'default');
  return processTraffic(await hour.refresh(new Date()), 'Watched', focus);
}

test('counts what came into queues, from where, and what left them by which view', async () => {
  const { queues } = await watched();

  expect(queues['In']).toMatchObject({
    arrivals: { hour: 4, errors: 0 },
    leaving: { hour: 4 },
    sources: { 'media:email default': { hour: 4 } },
    views: { All: { taken: { hour: 4, errors: 3 }, underWay: { count: 1, oldestAt: expect.any(String) } } },
  });
  expect(queues['Done']).toMatchObject({ arrivals: { hour: 2 }, sources: { 'strategy:Sort': { hour: 2 } } });
  expect(queues['ErrorHeld']).toMatchObject({ arrivals: { hour: 1, errors: 1 } });
});

test('counts runs of strategies and passes of blocks by port, those of runs under way too', async () => {
  const { strategies } = await watched();

  expect(strategies['Sort']).toMatchObject({ runs: { hour: 3, errors: 3 }, underWay: { count: 1 } });
  expect(strategies['Sort']?.blocks).toMatchObject({
    entry: { here: 0, ports: { next: { hour: 4, five: 4 } } },
    look: { ports: { next: { hour: 3 }, '': { hour: 1 } } },
    pause: { here: 1, ports: { next: { hour: 2 } } },
    thank: { ports: { error: { hour: 2 } } },
  });
});

test('tells minute by minute what one object of the process saw', async () => {
  const total = (counts: readonly number[] = []) => counts.reduce((sum, count) => sum + count, 0);
  const turnover = async (focus: TrafficFocus) => {
    const { series } = await watched(focus);
    expect(series?.into.length).toBe(60);
    return [total(series?.into), total(series?.outOf)];
  };

  expect(await turnover({ queue: 'In' })).toEqual([4, 4]);
  expect(await turnover({ queue: 'In', view: 'All' })).toEqual([4, 3]);
  expect(await turnover({ strategy: 'Sort' })).toEqual([4, 3]);
  expect(await turnover({ strategy: 'Sort', block: 'thank' })).toEqual([2, 2]);
});

test('says nothing of the strategies of other processes', async () => {
  const hour = new TrafficHour(engine.database.pool, 'default');
  const { strategies } = processTraffic(await hour.refresh(new Date()), 'Another', null);
  expect(strategies['Sort']?.blocks ?? {}).toEqual({});
});

test('lists the interactions that left a block by a port', async () => {
  const left = async (block: string, port: string) => {
    const query = interactionQuerySchema.parse({ process: 'Watched', strategy: 'Sort', block, port });
    const { interactions } = await listInteractions(engine.database.pool, 'default', query);
    return interactions.map(({ id }) => id);
  };

  expect(new Set(await left('thank', 'error'))).toEqual(new Set([ids['Thanks'], ids['Thanks again']]));
  expect(await left('look', '')).toEqual([ids['Break']]);
  expect(await left('thank', 'sent')).toEqual([]);
});

test('says how long interactions of a queue wait on average', async () => {
  await engine.database.pool.query(
    `update interactions set placed_at = now() - case when id = $1 then interval '3 minutes' else interval '1 minute' end where queue = 'Done'`,
    [ids['Thanks']],
  );
  const { queues } = await countInteractions(engine.database.pool, 'default');
  const minutes = (Date.now() - Date.parse(queues['Done']?.averageAt ?? '')) / 60_000;
  expect(minutes).toBeGreaterThan(1.9);
  expect(minutes).toBeLessThan(2.5);
});
