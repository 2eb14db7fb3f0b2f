import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

test('attaches names, keys and categories of the rules that matched', async () => {
  const answer = { rules: ['Complaint', 'Order number'], keys: { OrderNumber: 'A-1' }, categories: ['Complaint'] };

  const { port, data, calls } = await runBlock('multiscreen', { match: 'all' }, { answer });

  expect(port).toBe('matched');
  expect(calls[0]?.params).toEqual({ rules: [], match: 'all' });
  expect(data).toEqual({
    ScreeningRules: 'Complaint, Order number',
    ScrKey_OrderNumber: 'A-1',
    CtgId_Complaint: 100,
    CtgName: 'Complaint',
    CtgRelevancy: 100,
  });
});

test('leaves by "not-matched" and forgets what an earlier screening found', async () => {
  const { port, data } = await runBlock(
    'multiscreen',
    { rules: ['Complaint'] },
    { data: { ScreeningRules: 'Old' }, answer: { rules: [], keys: {}, categories: [] } },
  );

  expect(port).toBe('not-matched');
  expect(data).toEqual({});
});
