import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

test('places the interaction at the default destination, with a queue or without', async () => {
  const named = await runBlock(
    'default-route',
    { queue: { js: 'data.Fallback' } },
    { data: { Fallback: 'Late' }, answer: { queue: 'Late' } },
  );
  const unnamed = await runBlock('default-route', {}, { answer: { queue: 'ErrorHeld' } });

  expect([named.port, unnamed.port]).toEqual(['placed', 'placed']);
  expect([named.calls[0]?.params, unnamed.calls[0]?.params]).toEqual([{ queue: 'Late' }, {}]);
});
