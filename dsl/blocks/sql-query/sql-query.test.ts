import { expect, test } from 'vitest';
import { blockByType } from '../index.ts';
import { runBlock } from '#test/support/run-block.ts';

const config = {
  dataSource: 'CRM',
  sql: 'select name from customers where mail = $1',
  values: [{ value: { js: 'interaction.fromAddress' } }],
  variables: { name: 'rows[0].name', all: 'rows' },
};

test('hands values over apart from the statement and takes rows over', async () => {
  const answer = { rows: [{ name: 'Ada' }], count: 1, more: false };

  const { port, vars, calls } = await runBlock('sql-query', config, {
    answer,
    interaction: { fromAddress: "a' or 1=1 --" },
  });

  expect(port).toBe('next');
  expect(vars).toEqual({ name: 'Ada', all: [{ name: 'Ada' }] });
  expect(calls[0]?.params).toMatchObject({ sql: config.sql, values: ["a' or 1=1 --"], writes: false, maxRows: 100 });
});

test('leaves by "no-rows" when there are none, with nothing in its variables', async () => {
  const answer = { rows: [], count: 0, more: false };

  const { port, vars } = await runBlock('sql-query', config, { answer, interaction: { fromAddress: 'b' } });

  expect(port).toBe('no-rows');
  expect(vars['name']).toBeNull();
});

test('takes no expression as statement', () => {
  const parsed = blockByType('sql-query')?.config.safeParse({ dataSource: 'CRM', sql: { js: '"select " + data.x' } });

  expect(parsed?.success).toBe(false);
});
