import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

test('answers the customer and keeps the id of the answer', async () => {
  const { port, vars, calls } = await runBlock(
    'reply-from-external-resource',
    { queue: 'Outbound queue', resultVariable: 'reply' },
    { answer: { interactionId: 'reply-1', originalId: 'question-1' } },
  );

  expect(port).toBe('replied');
  expect(vars).toEqual({ reply: 'reply-1' });
  expect(calls[0]?.params).toEqual({ attachments: true, stopOriginal: true, queue: 'Outbound queue' });
});
