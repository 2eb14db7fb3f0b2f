import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

test('stops the interaction with the reason given', async () => {
  const { port, calls } = await runBlock('stop-interaction', { reason: 'answered' });

  expect(port).toBe('stopped');
  expect(calls).toEqual([{ name: 'stop-interaction', params: { reason: 'answered' } }]);
});

test('needs no reason', async () => {
  expect((await runBlock('stop-interaction', {})).calls[0]?.params).toEqual({});
});
