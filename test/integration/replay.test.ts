import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BusinessProcessInput } from '#dsl/document/business-process.ts';
import { replayDraft } from '#runtime/replay/replay-draft.ts';
import { runTrial } from '#runtime/replay/run-trial.ts';
import { aProcess } from '#test/support/a-process.ts';
import { anInteraction, type Engine, startEngine } from '#test/support/engine.ts';

const sort = {
  entry: { type: 'entry', config: {}, ports: { next: 'screen' } },
  screen: {
    type: 'screen',
    config: { rule: 'Order' },
    ports: { matched: 'orders', 'not-matched': 'stop', error: 'stop' },
  },
  orders: { type: 'queue-interaction', config: { queue: 'Orders' } },
  stop: { type: 'stop-interaction', config: { reason: 'done' } },
};

function aDocument(blocks: Record<string, unknown>): BusinessProcessInput {
  return {
    format: 1,
    name: 'Small',
    endpoints: { default: { media: 'email', queue: 'In' } },
    queues: {
      In: { views: { All: { submitter: { strategy: 'Sort' } } } },
      Orders: { parking: true },
      Urgent: { parking: true },
      ErrorHeld: { parking: true },
    },
    strategies: { Sort: { blocks: blocks as typeof sort } },
  };
}

let engine: Engine;

beforeAll(async () => {
  engine = await startEngine();
  await engine.database.pool.query(
    `insert into screening_rules (tenant_id, name, document) values ('default', 'Order', $1)`,
    [JSON.stringify({ name: 'Order', pattern: 'RegExFind("A-\\d+", OrderId)', fields: { subject: true, body: true } })],
  );
  await engine.activate(aDocument(sort));
  for (const text of ['My order A-1 is late', 'Hello', 'My order A-2 is urgent']) {
    await engine.submissions.submit(anInteraction({ subject: text, text }));
  }
  while (await engine.worker.takeFromQueue('default', 'In'));
});
afterAll(() => engine.stop());

async function replay(blocks: Record<string, unknown>, count = 100) {
  const { pool } = engine.database;
  await pool.query(`update processes set draft = $1 where name = 'Small'`, [JSON.stringify(aDocument(blocks))]);
  return replayDraft(pool, { tenantId: 'default', process: 'Small', strategy: 'Sort', count });
}

test('a draft that does the same changes nothing', async () => {
  expect(await replay(sort)).toEqual({ replayed: 3, changed: [] });
});

test('tells which interactions would fare otherwise, and where their ways part', async () => {
  const { replayed, changed } = await replay({
    ...sort,
    screen: { ...sort.screen, ports: { ...sort.screen.ports, matched: 'urgent' } },
    urgent: {
      type: 'if',
      config: {
        condition: { combinator: 'and', rules: [{ field: 'interaction.text', operator: 'contains', value: 'urgent' }] },
      },
      ports: { true: 'ahead', false: 'orders' },
    },
    ahead: { type: 'queue-interaction', config: { queue: 'Urgent' } },
  });

  expect(replayed).toBe(3);
  expect(changed.map(({ subject, differs, after }) => [subject, differs, after.queue])).toEqual([
    ['My order A-2 is urgent', ['path', 'queue'], 'Urgent'],
    ['My order A-1 is late', ['path'], 'Orders'],
  ]);
  expect(changed[0]).toMatchObject({
    why: 'After "screen" it goes on at "urgent"; before it was at "orders".',
    block: 'screen',
    before: { path: ['entry', 'screen', 'orders'], queue: 'Orders' },
    assumed: [],
  });
  const { rows } = await engine.database.pool.query<{ queue: string }>(
    'select queue from interactions where queue is not null order by queue',
  );
  expect(rows.map(({ queue }) => queue)).toEqual(['Orders', 'Orders']);
});

test('says what the journal does not know', async () => {
  const { changed } = await replay(
    {
      ...sort,
      screen: { ...sort.screen, config: { rule: 'Complaint' }, ports: { ...sort.screen.ports, matched: 'stop' } },
    },
    1,
  );

  expect(changed).toMatchObject([
    { differs: ['path', 'queue', 'stopped'], assumed: [{ block: 'screen', call: 'screen', kind: 'other-params' }] },
  ]);
});

test('a draft that fails tells so', async () => {
  const broken = { type: 'script', config: { code: 'throw new Error("broken on purpose");' }, ports: { next: 'stop' } };
  const { changed } = await replay({ ...sort, entry: { ...sort.entry, ports: { next: 'broken' } }, broken }, 1);

  expect(changed).toMatchObject([
    {
      differs: ['path', 'queue', 'error'],
      why: expect.stringContaining('broken on purpose'),
      after: { queue: 'ErrorHeld' },
    },
  ]);
});

test('a strategy or process that is not there is said so', async () => {
  const { pool } = engine.database;
  const request = { tenantId: 'default', process: 'Small', strategy: 'Sorted', count: 1 };

  await expect(replayDraft(pool, request)).rejects.toMatchObject({ code: 'request/not-found' });
  await expect(replayDraft(pool, { ...request, process: 'Other' })).rejects.toMatchObject({
    code: 'request/not-found',
  });
});

test('what comes to no end is ended', async () => {
  const slow = { type: 'script', config: { code: 'for (;;) {}' }, ports: { next: 'stop' } };
  const document = aProcess({
    strategies: {
      Main: {
        blocks: { entry: { type: 'entry', ports: { next: 'slow' } }, slow, stop: { type: 'stop-interaction' } },
        // each is ended after the limit of its own, and all of them take longer than the trial may
        tests: Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`test ${index}`, {}])),
      },
    },
  });

  await expect(runTrial({ kind: 'tests', document }, 2)).rejects.toMatchObject({ code: 'trial/no-result' });
});
