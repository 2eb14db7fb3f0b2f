import { expect, test } from 'vitest';
import { compileStrategy } from '../compile/compile-strategy.ts';
import type { JournalEntry } from '../compile/run-contract.ts';
import { aProcessWith } from '#test/support/a-process.ts';
import { openVmRealm } from '#test/support/vm-realm.ts';
import { departureOf } from './departure.ts';
import { replayRun } from './replay-run.ts';
import { outcomeOf } from './run-outcome.ts';
import { testInput } from './test-input.ts';

const asked = { rule: 'Order' };
const entry: JournalEntry = {
  seq: 0,
  block: 'look',
  name: 'screen',
  params: asked,
  at: 5_000_000_000_000,
  result: { matched: true, rules: ['Order'], keys: {} },
  data: { Marked: 'yes' },
};

async function replayed(look: Record<string, unknown>, journal: readonly JournalEntry[]) {
  const process = aProcessWith({
    entry: { type: 'entry', ports: { next: 'look' } },
    look: {
      type: 'screen',
      config: { rule: 'Order', ...look },
      ports: { matched: 'in', 'not-matched': 'stop', error: 'stop' },
    },
    in: { type: 'queue-interaction', config: { queue: 'In' } },
    stop: { type: 'stop-interaction' },
  });
  const compiled = compileStrategy(process, 'Main');
  if (!('source' in compiled)) throw new Error('does not compile');
  const given = { interaction: {}, data: {}, answers: {}, calls: {} };
  const run = await replayRun(await openVmRealm(compiled), testInput('Main', given), journal);
  return { run, outcome: outcomeOf(process, run) };
}

test('the same question is answered as it was, with the clock and the attached data of then', async () => {
  const { run, outcome } = await replayed({}, [entry]);

  expect(outcome).toMatchObject({ queue: 'In', data: { Marked: 'yes', ScreeningRules: 'Order' } });
  expect(run.calls.map(({ at }) => at)).toEqual([entry.at, entry.at]);
  expect(run.assumed).toEqual([]);
});

test('a block that asks something else gets what it was answered, and it is said', async () => {
  const { run, outcome } = await replayed({ rule: 'Complaint' }, [entry]);

  expect(outcome.queue).toBe('In');
  expect(run.assumed).toEqual([{ block: 'look', call: 'screen', kind: 'other-params' }]);
});

test('what was never asked gets the plainest answer, and it is said', async () => {
  const { run, outcome } = await replayed({}, []);

  expect(outcome.stopped).toBe(true);
  expect(run.assumed).toEqual([{ block: 'look', call: 'screen', kind: 'unknown' }]);
});

test('an answer that was a failure is one again', async () => {
  const { result: _, data: __, ...rest } = entry;
  const { run } = await replayed({}, [{ ...rest, error: { code: 'screen/no-such-rule', message: 'gone' } }]);

  expect(run.path.map(({ port }) => port)).toEqual(['next', 'error', 'stopped']);
});

test('two runs part at the port by which a block is left, or where its wire leads', async () => {
  const matched = await replayed({}, [entry]);
  const not = await replayed({}, []);
  const sides = [matched, not].map(({ run, outcome }) => ({ path: run.path, outcome }));
  const [before, after] = [sides[0], sides[1]];
  if (before === undefined || after === undefined) throw new Error('two runs');

  expect(departureOf(before, after, (id) => id.toUpperCase())).toMatchObject({
    differs: ['path', 'queue', 'stopped'],
    why: 'It leaves "LOOK" by not-matched; it left by matched.',
  });
  expect(departureOf(before, before, String)).toBeUndefined();
});
