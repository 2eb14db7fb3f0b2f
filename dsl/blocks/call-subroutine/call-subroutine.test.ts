import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

test('hands its in values over and takes the out values into variables', async () => {
  const config = { strategy: 'Find skill', in: { text: { js: 'interaction.subject' } }, out: { skill: 'wanted' } };

  const { port, vars, calls } = await runBlock('call-subroutine', config, {
    interaction: { subject: 'Rechnung' },
    answer: { skill: 'German' },
  });

  expect(port).toBe('next');
  expect(vars).toEqual({ wanted: 'German' });
  expect(calls).toEqual([{ name: 'subroutine Find skill', params: { text: 'Rechnung' } }]);
});

test('needs no out variables', async () => {
  expect((await runBlock('call-subroutine', { strategy: 'Log' }, { answer: {} })).port).toBe('next');
});
