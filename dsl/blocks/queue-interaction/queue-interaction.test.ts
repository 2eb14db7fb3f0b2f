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

test('says when it falls due, as a time or in minutes', async () => {
  const config = { queue: 'Callbacks', dueAt: { js: 'data.When' }, dueInMinutes: 15 };

  const { calls } = await runBlock('queue-interaction', config, { data: { When: '2026-11-25T10:00:00+01:00' } });

  expect(calls[0]?.params).toEqual({ queue: 'Callbacks', dueAt: '2026-11-25T10:00:00+01:00', dueInMinutes: 15 });
});
