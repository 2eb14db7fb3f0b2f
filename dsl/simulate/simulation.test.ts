import { expect, test } from 'vitest';
import { compileStrategy } from '../compile/compile-strategy.ts';
import { testInput } from '../testing/test-input.ts';
import { aProcessWith } from '#test/support/a-process.ts';
import { openVmRealm } from '#test/support/vm-realm.ts';
import { pausedSource } from './paused-source.ts';
import { type KnownAnswer, Simulation } from './simulation.ts';

const process = aProcessWith(
  {
    entry: {
      type: 'entry',
      config: { variables: { tries: { type: 'integer', default: 0 } } },
      ports: { next: 'look' },
    },
    look: {
      type: 'screen',
      config: { rule: 'Complaint' },
      ports: { matched: 'ask', 'not-matched': 'ask', error: 'count' },
    },
    count: {
      type: 'assign',
      config: { assignments: [{ variable: 'tries', value: { js: 'vars.tries + 1' } }] },
      ports: { next: 'ask' },
    },
    ask: { type: 'call-subroutine', config: { strategy: 'Ask' }, ports: { next: 'stop' } },
    stop: { type: 'stop-interaction' },
  },
  {
    Ask: {
      kind: 'subroutine',
      blocks: {
        entry: { type: 'entry', ports: { next: 'note' } },
        note: { type: 'attach-data', config: { entries: [{ key: 'Asked', value: true }] }, ports: { next: 'out' } },
        out: { type: 'exit' },
      },
    },
  },
);
const nothing = { answers: {}, calls: {} };
const given = { interaction: {}, data: { Before: 'yes' }, answers: {}, calls: {} };

async function aSimulation(knownAnswer?: KnownAnswer): Promise<Simulation> {
  const compiled = compileStrategy(process, 'Main');
  if (!('source' in compiled)) throw new Error('does not compile');
  const realm = await openVmRealm({ source: pausedSource(compiled.source) });
  return new Simulation(realm, testInput('Main', given), knownAnswer);
}

async function toEnd(simulation: Simulation, standIns = nothing) {
  for (let now = await simulation.start(standIns); now.state === 'paused'; ) now = await simulation.step(standIns);
  return simulation.now;
}

test('stops before each block, with variables and attached data as the block finds them', async () => {
  const simulation = await aSimulation();
  const first = await simulation.start(nothing);
  const second = await simulation.step(nothing);

  expect(first.moments).toMatchObject([{ block: 'entry', vars: {}, data: { Before: 'yes' }, port: undefined }]);
  expect(second).toMatchObject({ state: 'paused', moments: [{ port: 'next' }, { block: 'look', vars: { tries: 0 } }] });
  expect(second.moments[1]?.port).toBeUndefined();
});

test('goes through subroutines block by block and back', async () => {
  const { state, moments, data } = await toEnd(await aSimulation());

  expect(state).toBe('ended');
  expect(moments.map(({ strategy, block, port }) => [strategy, block, port])).toEqual([
    ['Main', 'entry', 'next'],
    ['Main', 'look', 'not-matched'],
    ['Main', 'ask', 'next'],
    ['Ask', 'entry', 'next'],
    ['Ask', 'note', 'next'],
    ['Ask', 'out', 'end'],
    ['Main', 'stop', 'stopped'],
  ]);
  expect(data).toEqual({ Before: 'yes', Asked: true });
});

test('an answer chosen while it waits decides how it goes on', async () => {
  const simulation = await aSimulation();
  await simulation.start(nothing);
  await simulation.step(nothing);
  const failing = { answers: { look: { error: 'away', afterSeconds: 5 } }, calls: {} };
  const { moments } = await simulation.step(failing);

  expect(moments[1]).toMatchObject({
    port: 'error',
    calls: [{ name: 'screen', error: { message: 'away' }, afterSeconds: 5 }],
  });
  expect(moments[2]).toMatchObject({ block: 'count', lastError: { message: 'away', block: 'look' } });
  expect((moments[2]?.at ?? 0) - (moments[1]?.at ?? 0)).toBe(5000);
});

test('what is known answers where nobody chose an answer', async () => {
  const known: KnownAnswer = async ({ name }) =>
    name === 'screen' ? { result: { matched: true, rules: ['Complaint'], keys: {} }, afterSeconds: 0 } : undefined;
  const chosen = { answers: { look: { matched: false, rules: [], keys: {} } }, calls: {} };

  expect((await toEnd(await aSimulation(known))).data).toMatchObject({ ScreeningRules: 'Complaint' });
  expect((await toEnd(await aSimulation(known), chosen)).data).not.toHaveProperty('ScreeningRules');
});

test('a simulated run is the run of a test over the same answers', async () => {
  const simulation = await aSimulation();
  await toEnd(simulation);

  expect(simulation.run).toMatchObject({
    state: 'ended',
    path: [{ block: 'entry' }, { block: 'look' }, { block: 'ask' }, { block: 'entry', strategy: 'Ask' }, {}, {}, {}],
    calls: [{ name: 'screen' }, { name: 'stop-interaction', placed: true }],
  });
});
