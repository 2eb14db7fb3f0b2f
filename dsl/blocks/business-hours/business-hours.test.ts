import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

const opensAt = '2026-11-25T07:00:00.000Z';

test('leaves by how the calendar stands, and keeps when it opens', async () => {
  const answer = { state: 'closed', holiday: null, opensAt, closesAt: null };
  const config = { calendar: 'Office', variables: { opens: 'opensAt' } };

  const { port, vars, calls } = await runBlock('business-hours', config, { answer });

  expect(port).toBe('closed');
  expect(vars).toEqual({ opens: opensAt });
  expect(calls).toEqual([{ name: 'business-hours', params: { calendar: 'Office' } }]);
});

test('asks about another time when told to', async () => {
  const answer = { state: 'holiday', holiday: 'Christmas', opensAt, closesAt: null };
  const config = { calendar: 'Office', at: { js: 'interaction.receivedAt' }, attach: { Holiday: 'holiday' } };

  const { port, data, calls } = await runBlock('business-hours', config, {
    answer,
    interaction: { receivedAt: opensAt },
  });

  expect(port).toBe('holiday');
  expect(data).toEqual({ Holiday: 'Christmas' });
  expect(calls[0]?.params).toEqual({ calendar: 'Office', at: opensAt });
});
