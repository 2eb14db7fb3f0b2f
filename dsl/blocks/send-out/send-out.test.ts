import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

test('waits for the answer of the medium', async () => {
  const { port, calls } = await runBlock('send-out', {}, { answer: { messageId: '17' } });

  expect(port).toBe('sent');
  expect(calls).toEqual([{ name: 'send-out', params: {} }]);
});
