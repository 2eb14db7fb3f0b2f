import { expect, test } from 'vitest';
import { blockByType } from '../index.ts';
import { runBlock } from '#test/support/run-block.ts';

test('ends the path', async () => {
  expect((await runBlock('exit', {})).port).toBe('end');
  expect(blockByType('exit')?.ports({})).toEqual([]);
});
