import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

test('places the interaction and tells where', async () => {
  const config = { queues: ['Berlin', 'Paris'], queueVariable: 'queue' };

  const { port, vars, calls } = await runBlock('load-balancing', config, { answer: { queue: 'Paris' } });

  expect(port).toBe('placed');
  expect(vars).toEqual({ queue: 'Paris' });
  expect(calls[0]?.params).toEqual({ queues: ['Berlin', 'Paris'], by: 'interactions' });
});
