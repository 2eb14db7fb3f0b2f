import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

test('leaves by "sent" when the mail server took the mail or it is kept', async () => {
  const { port, calls } = await runBlock('send-email', {}, { answer: { messageId: '<1@example.com>', kept: true } });

  expect(port).toBe('sent');
  expect(calls).toEqual([{ name: 'send-email', params: {} }]);
});

test('throws what the mail server refused, so that the strategy leaves by "error"', async () => {
  const refusal = runBlock('send-email', {}, { answer: new Error('550 no such user') });

  await expect(refusal).rejects.toThrow('550 no such user');
});
