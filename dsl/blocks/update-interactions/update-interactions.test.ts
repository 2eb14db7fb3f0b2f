import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

test('changes the parent unless told otherwise', async () => {
  const { port, vars, calls } = await runBlock(
    'update-interactions',
    { set: { Answer: { js: 'interaction.text' } }, remove: ['Pending'], updatedVariable: 'changed' },
    { interaction: { text: 'Yes' }, answer: { updated: ['p-1'], refused: [] } },
  );

  expect(port).toBe('updated');
  expect(vars).toEqual({ changed: ['p-1'] });
  expect(calls[0]?.params).toEqual({ which: 'parent', set: { Answer: 'Yes' }, remove: ['Pending'] });
});

test('leaves by "refused" and says which and why', async () => {
  const refused = [{ id: 'x', reason: 'it is within a strategy' }];

  const { port, vars } = await runBlock(
    'update-interactions',
    { which: 'ids', ids: { js: '["x"]' }, refusedVariable: 'refused' },
    { answer: { updated: [], refused } },
  );

  expect(port).toBe('refused');
  expect(vars).toEqual({ refused });
});
