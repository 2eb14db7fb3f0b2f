import { expect, test } from 'vitest';
import { compileStrategy } from '../compile/compile-strategy.ts';
import type { JournalEntry } from '../compile/run-contract.ts';
import { testInput } from '../testing/test-input.ts';
import { aProcessWith } from '#test/support/a-process.ts';
import { openVmRealm } from '#test/support/vm-realm.ts';
import { pastMoments } from './past-moments.ts';
import { pausedSource } from './paused-source.ts';

const process = aProcessWith({
  entry: {
    type: 'entry',
    config: { variables: { tries: { type: 'integer', default: 0 } } },
    ports: { next: 'look' },
  },
  look: {
    type: 'screen',
    config: { rule: 'Complaint' },
    ports: { matched: 'count', 'not-matched': 'count', error: 'count' },
  },
  count: {
    type: 'assign',
    config: { assignments: [{ variable: 'tries', value: { js: 'vars.tries + 1' } }] },
    ports: { next: 'stop' },
  },
  stop: { type: 'stop-interaction' },
});
const at = 1_767_225_600_000;
const screened: JournalEntry = {
  seq: 0,
  at: at + 5000,
  block: 'look',
  name: 'screen',
  params: { rule: 'Complaint' },
  result: { matched: true, rules: ['Complaint'], keys: { Tone: 'angry' } },
  data: { Agent: 'kim' },
};

async function momentsOf(journal: readonly JournalEntry[]) {
  const compiled = compileStrategy(process, 'Main');
  if (!('source' in compiled)) throw new Error('does not compile');
  const realm = await openVmRealm({ source: pausedSource(compiled.source) });
  const given = { interaction: {}, data: { Before: 'yes' }, answers: {}, calls: {} };
  return pastMoments(realm, { ...testInput('Main', given), startedAt: at }, journal);
}

test('tells what each block found, with answers, data of others and times as they were', async () => {
  const stopped = {
    seq: 1,
    at: at + 6000,
    block: 'stop',
    name: 'stop-interaction',
    params: {},
    result: {},
    placed: true,
  };
  const { state, moments } = await momentsOf([screened, stopped]);

  expect(state).toBe('ended');
  expect(moments.map(({ block, port }) => [block, port])).toEqual([
    ['entry', 'next'],
    ['look', 'matched'],
    ['count', 'next'],
    ['stop', 'stopped'],
  ]);
  expect(moments[1]?.data).toEqual({ Before: 'yes' });
  expect(moments[2]).toMatchObject({ at: at + 5000, data: { Before: 'yes', Agent: 'kim' }, vars: { tries: 0 } });
  expect(moments[3]?.vars).toEqual({ tries: 1 });
  expect(moments[1]?.calls).toMatchObject([{ name: 'screen', result: { matched: true } }]);
});

test('tells of a run that waits as far as it came', async () => {
  const { moments } = await momentsOf([]);

  expect(moments.map(({ block, port }) => [block, port])).toEqual([
    ['entry', 'next'],
    ['look', undefined],
  ]);
});
