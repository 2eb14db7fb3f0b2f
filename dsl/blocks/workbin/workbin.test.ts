import { expect, test } from 'vitest';
import { blockByType } from '../index.ts';
import { runBlock } from '#test/support/run-block.ts';

test('places the interaction in the workbin of whom an expression names', async () => {
  const config = { workbin: 'Rework', owner: { js: 'vars.author' }, inQueues: ['Outbound queue'] };

  const { port, calls } = await runBlock('workbin', config, { vars: { author: 'ada' } });

  expect(port).toBe('placed');
  expect(calls).toEqual([
    { name: 'workbin', params: { workbin: 'Rework', owner: 'ada', inQueues: ['Outbound queue'], outQueues: [] } },
  ]);
});

test('ends the strategy and says on its card whose workbin it is', () => {
  const block = blockByType('workbin');
  const read = block?.config.parse({ workbin: 'Rework' }) ?? {};

  expect(block?.ports(read).map(({ name }) => name)).toEqual(['error']);
  expect(block?.face.summary(read)).toBe('Rework of the last agent');
});
