import { expect, test } from 'vitest';
import type { StrategyTestInput } from '../document/strategy-test.ts';
import { aProcess } from '#test/support/a-process.ts';
import { openVmRealm } from '#test/support/vm-realm.ts';
import { countCoverage, coverageOf } from './coverage.ts';
import { runTests } from './run-tests.ts';

const blocks = {
  entry: { type: 'entry', ports: { next: 'thank' } },
  thank: {
    type: 'acknowledgement',
    config: { response: 'Thanks', queue: 'ErrorHeld' },
    ports: { sent: 'mark', error: 'put-aside' },
  },
  mark: { type: 'attach-data', config: { entries: [{ key: 'Seen', value: 'yes' }] }, ports: { next: 'in-order' } },
  'in-order': {
    type: 'script',
    config: { code: "if (Date.now() > Date.parse('2027-01-04T12:00:00Z')) return 'late';", exits: ['late'] },
    ports: { next: 'stop', late: 'put-aside' },
  },
  'put-aside': { type: 'queue-interaction', config: { queue: 'In' } },
  stop: { type: 'stop-interaction' },
};

async function differencesOf(test: StrategyTestInput): Promise<string[]> {
  const process = aProcess({ strategies: { Main: { blocks, tests: { one: test } } } });
  const { results } = await runTests(process, openVmRealm);
  return results.flatMap(({ differences }) => differences.map(({ message }) => message));
}

test('a test that speaks of everything holds', async () => {
  const expected = {
    path: ['entry', 'thank', 'mark', 'in-order', 'stop'],
    stopped: true,
    data: { Seen: 'yes', Missing: null },
    calls: ['acknowledgement', 'stop-interaction'],
    mails: [{ call: 'acknowledgement', response: 'Thanks' }],
  };

  expect(await differencesOf({ expect: expected })).toEqual([]);
});

test('each thing that differs is told with both values', async () => {
  const expected = {
    path: ['entry', 'thank', 'stop'],
    queue: 'In',
    stopped: false,
    data: { Seen: 'no' },
    calls: [],
    mails: [{ response: 'Sorry' }],
    error: 'Nobody',
  };

  expect(await differencesOf({ expect: expected })).toEqual([
    'Expected to fail with "Nobody", but it did not fail.',
    'The path: expected "stop" at place 3, found "mark".',
    'The interaction is in queue: expected "In", found none.',
    'Stopped: expected false, found true.',
    'Attached data "Seen": expected "no", found "yes".',
    'The host calls: expected the end at place 1, found "acknowledgement".',
    'Mail 1, "response": expected "Sorry", found "Thanks".',
  ]);
});

test('answers decide which way the strategy goes', async () => {
  const given = { answers: { thank: { error: 'There is no standard response.' } } };

  expect(
    await differencesOf({ given, expect: { path: ['entry', 'thank', 'put-aside'], queue: 'In', mails: [] } }),
  ).toEqual([]);
});

test('the clock is where the test puts it, and moves by the delay of an answer', async () => {
  const late = { answers: { thank: { result: { interactionId: 'child' }, afterSeconds: 4 * 3600 } } };

  expect(await differencesOf({ given: { startedAt: '2027-01-04T14:00:00+01:00' }, expect: { queue: 'In' } })).toEqual(
    [],
  );
  expect(await differencesOf({ given: late, expect: { queue: 'In' } })).toEqual([]);
});

test('a failure nobody expects is told, and leads to the queue for errors', async () => {
  const broken = { type: 'script', config: { code: 'throw new Error("no");' }, ports: { next: 'broken' } };
  const tests = { one: { expect: { queue: 'ErrorHeld' } }, two: { expect: { error: 'no' } } };
  const process = aProcess({
    strategies: { Main: { blocks: { entry: { type: 'entry', ports: { next: 'broken' } }, broken }, tests } },
  });
  const { results } = await runTests(process, openVmRealm);

  expect(results.map(({ passed }) => passed)).toEqual([false, true]);
  expect(results[0]?.differences.map(({ message }) => message)).toEqual([
    'The strategy failed: Block "broken" of strategy "Main" failed and its error port is not wired: no',
  ]);
});

test('tests of a strategy that does not compile are told as such', async () => {
  const process = aProcess({
    strategies: { Main: { blocks: { stop: { type: 'stop-interaction' } }, tests: { one: {} } } },
  });
  const { results, untested } = await runTests(process, openVmRealm);

  expect(results).toEqual([]);
  expect(untested.map(({ strategy }) => strategy)).toEqual(['Main']);
});

test('coverage counts blocks, and ports that are wired or may end', async () => {
  const process = aProcess({ strategies: { Main: { blocks, tests: { one: {} } } } });
  const { results } = await runTests(process, openVmRealm);
  const coverage = coverageOf(
    process,
    results.map(({ strategy, run }) => ({ strategy, path: run.path })),
  );

  expect(coverage[0]?.blocks.find(({ block }) => block === 'thank')).toEqual({
    block: 'thank',
    times: 1,
    // "suppressed" is not wired and goes where "sent" goes
    ports: { sent: 1, suppressed: 0, error: 0 },
  });
  expect(countCoverage(coverage)).toEqual({ blocks: { covered: 5, all: 6 }, ports: expect.anything() });
});
