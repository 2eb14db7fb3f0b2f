import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

test('says its text and keeps the place in line', async () => {
  const config = { text: 'You are number <$QueuePosition$>.', positionVariable: 'place', minutesVariable: 'wait' };

  const { port, calls, vars } = await runBlock('chat-message', config, { answer: { position: 3, minutes: 4 } });

  expect(port).toBe('said');
  expect(calls).toEqual([
    { name: 'chat-message', params: { text: config.text, fieldCodes: {}, kind: 'message', visibility: 'all' } },
  ]);
  expect(vars).toEqual({ place: 3, wait: 4 });
});

test('throws when the chat has ended, so that the strategy leaves by "error"', async () => {
  const ended = runBlock('chat-message', { text: 'Hello' }, { answer: new Error('The chat has ended.') });

  await expect(ended).rejects.toThrow('ended');
});
