import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

test('makes the SMS and keeps its id', async () => {
  const config = { to: '+49301', text: 'On its way', queue: 'SMS outbound' };

  const { port, vars, calls } = await runBlock(
    'create-sms-out',
    { ...config, resultVariable: 'sms' },
    { answer: { interactionId: 'sms-1' } },
  );

  expect(port).toBe('created');
  expect(vars).toEqual({ sms: 'sms-1' });
  expect(calls[0]?.params).toEqual({ ...config, fieldCodes: {} });
});
