import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

test('asks for the best of its targets, what variables hold included', async () => {
  const config = { targets: [{ agentGroup: 'Berlin' }, { variable: 'other' }], statistic: 'interactions-waiting' };

  const { port, calls } = await runBlock('statistics', config, {
    vars: { other: 'Paris.GA' },
    answer: { agent: 'ada' },
  });

  expect(port).toBe('routed');
  expect(calls[0]?.params).toMatchObject({
    targets: [{ agentGroup: 'Berlin' }, { variable: 'Paris.GA' }],
    statistic: 'interactions-waiting',
  });
});
