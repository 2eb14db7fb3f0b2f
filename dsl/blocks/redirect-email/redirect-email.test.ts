import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

test('passes the message on and goes on', async () => {
  const config = { to: { js: 'data.Partner' }, queue: 'Outbound queue' };

  const { port, calls } = await runBlock('redirect-email', config, {
    data: { Partner: 'shop@example.net' },
    answer: { interactionId: 'child-1' },
  });

  expect(port).toBe('redirected');
  expect(calls).toEqual([
    { name: 'redirect-email', params: { to: 'shop@example.net', attachments: true, queue: 'Outbound queue' } },
  ]);
});
