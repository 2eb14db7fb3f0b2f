import { expect, test } from 'vitest';
import { runBlock } from '#test/support/run-block.ts';

test('leaves by "matched" and attaches the rule and what its keys found', async () => {
  const answer = { matched: true, rules: ['Order number'], keys: { OrderId: 'A-17' } };

  const { port, data, calls } = await runBlock('screen', { rule: 'Order number' }, { answer });

  expect(port).toBe('matched');
  expect(data).toEqual({ ScreeningRules: 'Order number', ScrKey_OrderId: 'A-17' });
  expect(calls).toEqual([{ name: 'screen', params: { rule: 'Order number' } }]);
});

test('leaves by "not-matched" and takes the rule of an earlier match away', async () => {
  const answer = { matched: false, rules: [], keys: {} };

  const { port, data } = await runBlock(
    'screen',
    { rule: 'Spam' },
    { answer, data: { ScreeningRules: 'Order number' } },
  );

  expect(port).toBe('not-matched');
  expect(data).toEqual({});
});

test('screens attached data instead of the message when told to', async () => {
  const answer = { matched: false, rules: [], keys: {} };
  const config = { rule: 'Spam', text: { js: 'data.Comment' } };

  const { calls } = await runBlock('screen', config, { answer, data: { Comment: 'Buy now' } });

  expect(calls[0]?.params).toEqual({ rule: 'Spam', text: 'Buy now' });
});
