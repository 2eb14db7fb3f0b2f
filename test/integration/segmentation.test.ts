import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { BusinessProcessInput, View } from '#dsl/document/business-process.ts';
import { anInteraction, type Engine, startEngine } from '#test/support/engine.ts';

let engine: Engine;

/** Nobody is in the group, so that what was taken stays in the strategy. */
const waiting = {
  blocks: {
    entry: { type: 'entry', ports: { next: 'route' } },
    route: {
      type: 'route-interaction',
      config: { targets: [{ agentGroup: 'Nobody' }], timeoutSeconds: 600 },
      ports: { timeout: 'hold', error: 'hold' },
    },
    hold: { type: 'queue-interaction', config: { queue: 'ErrorHeld' } },
  },
};

const processWith = (segmentation: View['segmentation'], maxInFlight: number): BusinessProcessInput => ({
  format: 1,
  name: 'Shares',
  endpoints: { default: { media: 'email', queue: 'Mixed' } },
  queues: {
    Mixed: {
      views: { Fair: { segmentation, order: ['priority desc'], submitter: { strategy: 'Wait', maxInFlight } } },
    },
    ErrorHeld: { parking: true },
  },
  strategies: { Wait: waiting },
});

beforeAll(async () => {
  engine = await startEngine();
});
afterEach(() => engine.database.pool.query('truncate runs, interactions cascade'));
afterAll(() => engine.stop());

/** Submits one interaction for each language, '' for none, the first one with the highest priority. */
async function submitAll(languages: readonly string[]): Promise<void> {
  for (const [index, language] of languages.entries())
    await engine.submissions.submit({
      ...anInteraction(),
      priority: 1000 - index,
      data: language === '' ? {} : { Language: language },
    });
}

/** Places of the interactions that are in the strategy, in the order they were submitted, after all have been taken that may be. */
async function taken(): Promise<number[]> {
  while (await engine.worker.takeFromQueue('default', 'Mixed'));
  const { rows } = await engine.database.pool.query<{ place: number }>(
    `select 1000 - priority as place from interactions where state = 'routing' order by 1`,
  );
  return rows.map(({ place }) => place);
}

it('takes at most so many of each value, and past those that are full, in order', async () => {
  await engine.activate(processWith({ property: 'data.Language', maxInFlight: 2 }, 1000));
  await submitAll(['en', 'en', 'en', '', 'de', 'en', '', 'de', '', 'de', 'fr']);

  expect(await taken()).toEqual([0, 1, 3, 4, 6, 7, 10]);
});

it('sees what waits behind more than a batch of a full segment', async () => {
  await engine.activate(processWith({ property: 'data.Language', maxInFlight: 1 }, 1000));
  await submitAll([...Array.from({ length: 130 }, () => 'en'), 'de']);

  expect(await taken()).toEqual([0, 130]);
});

it('stays within what the submitter lets in altogether', async () => {
  await engine.activate(processWith({ property: 'data.Language', maxInFlight: 2 }, 3));
  await submitAll(['en', 'en', 'en', 'de', 'de']);

  expect(await taken()).toEqual([0, 1, 3]);
});

it('takes the next of a value when one has left the strategy', async () => {
  await engine.activate(processWith({ property: 'interaction.mailbox', maxInFlight: 1 }, 1000));
  await submitAll(['en', 'de', 'fr']);
  expect(await taken()).toEqual([0]);
  await engine.database.pool.query(`update runs set state = 'ended'`);
  await engine.database.pool.query(`update interactions set state = 'stopped', run_id = null where state = 'routing'`);

  expect(await taken()).toEqual([1]);
});
