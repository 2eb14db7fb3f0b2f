import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

test('asks for the transcript with what stands around it', async () => {
  const config = { header: 'Transcript cover', queue: 'Outbound queue' };

  const { port, calls } = await runBlock('chat-transcript', config, { answer: { interactionId: 'mail-1' } });

  expect(port).toBe('created');
  expect(calls[0]?.params).toEqual({ ...config, fieldCodes: {} });
});
