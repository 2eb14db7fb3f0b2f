import { expect, test } from 'vitest';
import { blockByType } from '../index.ts';
import { runBlock } from '#test/support/run-block.ts';

const config = {
  rules: [{ field: 'data.OrderNumber', value: { js: 'data.OrderNumber' } }],
  resultVariable: 'found',
  moreVariable: 'more',
};

test('asks with the values of now and keeps what it finds', async () => {
  const interactions = [{ id: 'i-1', state: 'queued', subject: 'Late' }];

  const { port, vars, calls } = await runBlock('find-interactions', config, {
    data: { OrderNumber: 'A-1' },
    answer: { interactions, more: true },
  });

  expect(port).toBe('found');
  expect(vars).toEqual({ found: interactions, more: true });
  expect(calls[0]?.params).toMatchObject({
    combinator: 'and',
    rules: [{ field: 'data.OrderNumber', operator: '=', value: 'A-1' }],
    live: true,
    max: 10,
  });
});

test('leaves by "none" when nothing meets the condition', async () => {
  const { port, vars } = await runBlock('find-interactions', config, { answer: { interactions: [], more: false } });

  expect(port).toBe('none');
  expect(vars).toEqual({ found: [], more: false });
});

test('refuses what is no property', () => {
  const schema = blockByType('find-interactions')?.config;

  expect(schema?.safeParse({ rules: [{ field: 'nonsense', value: 1 }] }).success).toBe(false);
  expect(schema?.safeParse({ ...config, order: ['nonsense desc'] }).success).toBe(false);
});
