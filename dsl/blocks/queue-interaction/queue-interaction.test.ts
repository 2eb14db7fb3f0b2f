import { expect, test } from 'vitest';
import { blockByType } from '../index.ts';
import { runBlock } from '#test/support/run-block.ts';

test('places the interaction in the queue that an expression names', async () => {
  const config = { queue: { js: 'vars.where' }, priority: 10 };

  const { port, calls } = await runBlock('queue-interaction', config, { vars: { where: 'Complaints' } });

  expect(port).toBe('queued');
  expect(calls).toEqual([{ name: 'queue-interaction', params: { queue: 'Complaints', priority: 10 } }]);
});

test('ends the strategy: only an error leads on', () => {
  const block = blockByType('queue-interaction');

  expect(block?.ports({}).map(({ name }) => name)).toEqual(['error']);
});
