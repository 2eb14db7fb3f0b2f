import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

test('writes what is given and nothing else', async () => {
  const { port, calls } = await runBlock(
    'update-contact',
    {
      lastName: { js: 'data.Name' },
      attributes: { Segment: 'gold', Old: null },
    },
    { data: { Name: 'Hopper' } },
  );

  expect(port).toBe('updated');
  expect(calls[0]?.params).toEqual({ lastName: 'Hopper', attributes: { Segment: 'gold', Old: null } });
});
