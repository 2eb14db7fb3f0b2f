import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

test('writes literals and results of expressions under any key', async () => {
  const entries = [
    { key: 'Customer segment', value: 'gold' },
    { key: 'Words', value: { js: 'interaction.subject.split(" ").length' } },
  ];

  const { port, data } = await runBlock('attach-data', { entries }, { interaction: { subject: 'Where is it' } });

  expect(port).toBe('next');
  expect(data).toEqual({ 'Customer segment': 'gold', Words: 3 });
});
