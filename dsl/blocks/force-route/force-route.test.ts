import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

test('offers to its targets in their order', async () => {
  const config = { targets: [{ agent: 'ada' }, { agentGroup: 'Berlin' }], timeoutSeconds: 5 };

  const { port, calls } = await runBlock('force-route', config, { answer: { agent: 'ada' } });

  expect(port).toBe('routed');
  expect(calls).toEqual([{ name: 'force-route', params: { ...config, inQueues: [], outQueues: [] } }]);
});
