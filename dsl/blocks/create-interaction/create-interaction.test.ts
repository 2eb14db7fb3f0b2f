import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

test('adds a record and keeps its id', async () => {
  const { port, vars, calls } = await runBlock(
    'create-interaction',
    { media: 'voice', subject: 'Call', data: { Seconds: { js: '60 * 2' } }, resultVariable: 'record' },
    { answer: { interactionId: 'r-1' } },
  );

  expect(port).toBe('created');
  expect(vars).toEqual({ record: 'r-1' });
  expect(calls[0]?.params).toEqual({
    media: 'voice',
    type: 'Internal',
    subtype: 'InternalNew',
    subject: 'Call',
    text: '',
    child: true,
    data: { Seconds: 120 },
  });
});
