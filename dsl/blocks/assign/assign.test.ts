import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

test('assigns in order, so that a later row sees an earlier one', async () => {
  const assignments = [
    { variable: 'tries', value: { js: 'vars.tries + 1' } },
    { variable: 'isLast', value: { js: 'vars.tries === 3' } },
    { variable: 'note', value: 'he said "no"' },
  ];

  const { port, vars } = await runBlock('assign', { assignments }, { vars: { tries: 2 } });

  expect(port).toBe('next');
  expect(vars).toEqual({ tries: 3, isLast: true, note: 'he said "no"' });
});
