import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

test('submits into the queue and keeps the id', async () => {
  const { port, vars, calls } = await runBlock(
    'submit-new-interaction',
    { queue: 'Tasks', subject: 'Call back', priority: 5, resultVariable: 'task' },
    { answer: { interactionId: 't-1' } },
  );

  expect(port).toBe('submitted');
  expect(vars).toEqual({ task: 't-1' });
  expect(calls[0]?.params).toMatchObject({ queue: 'Tasks', media: 'workitem', priority: 5, inheritData: false });
});
