import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

const config = { response: 'Answer', queue: 'Outbound queue' };

test('asks for the answer with evaluated field codes and leaves by "sent"', async () => {
  const { port, calls } = await runBlock(
    'acknowledgement',
    { ...config, fieldCodes: { Order: { js: 'data.ScrKey_OrderId' } } },
    { answer: { interactionId: 'child-1' }, data: { ScrKey_OrderId: 'A-17' } },
  );

  expect(port).toBe('sent');
  expect(calls[0]?.params).toEqual({
    response: 'Answer',
    queue: 'Outbound queue',
    includeOriginal: false,
    fieldCodes: { Order: 'A-17' },
  });
});

test('leaves by "suppressed" when no automatic answer may be given', async () => {
  const { port } = await runBlock('acknowledgement', config, { answer: { suppressed: 'auto-submitted' } });

  expect(port).toBe('suppressed');
});
