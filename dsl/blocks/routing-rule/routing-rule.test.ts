import { expect, test } from 'vitest';
import { blockByType } from '../index.ts';
import { runBlock } from '#test/support/run-block.ts';

const config = { rule: 'Least busy', timeoutSeconds: 30 };

test.each([
  ['routed', { agent: 'ada' }],
  ['routed', { queue: 'Berlin' }],
  ['timeout', { timeout: true }],
])('leaves by "%s" on %j', async (expected, answer) => {
  const { port, calls } = await runBlock('routing-rule', config, { answer });

  expect(port).toBe(expected);
  expect(calls[0]?.params).toEqual({ ...config, inQueues: [], outQueues: [] });
});

test('names its rule', () => {
  const block = blockByType('routing-rule');

  expect(block?.references(block.config.parse(config))).toEqual([
    { kind: 'routing-rule', name: 'Least busy', path: ['rule'] },
  ]);
});
