import { expect, test } from 'vitest';
import { aProcess } from '#test/support/a-process.ts';
import { runStrategy } from '#test/support/run-strategy.ts';

const isGold = { parameters: ['segment', 'minimum'], expression: 'segment === "gold" && data.Orders >= minimum' };

function processWith(macros: object, config: object) {
  const blocks = {
    entry: {
      type: 'entry',
      config: { variables: { gold: { type: 'boolean' as const } } },
      ports: { next: 'ask' },
    },
    ask: { type: 'macro', config: { macro: 'isGold', result: 'gold', ...config }, ports: { next: 'keep' } },
    keep: {
      type: 'attach-data',
      config: { entries: [{ key: 'Gold', value: { js: 'vars.gold' } }] },
      ports: { next: 'stop' },
    },
    stop: { type: 'stop-interaction' },
  };
  return aProcess({ macros: macros as never, strategies: { Main: { blocks } } });
}

test('takes its arguments by name and sees attached data', async () => {
  const process = processWith({ isGold }, { arguments: { minimum: 2, segment: { js: 'data.Segment' } } });

  const { data } = await runStrategy(process, 'Main', { data: { Segment: 'gold', Orders: 3 } });

  expect(data['Gold']).toBe(true);
});

test('uses other macros, as expressions of any block do', async () => {
  const twice = { parameters: ['count'], expression: 'count * 2' };
  const process = processWith({ twice, isGold: { expression: 'macros.twice(data.Orders) === 6' } }, { result: 'gold' });

  expect((await runStrategy(process, 'Main', { data: { Orders: 3 } })).data['Gold']).toBe(true);
});
