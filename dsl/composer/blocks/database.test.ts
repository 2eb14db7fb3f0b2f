import { expect, test } from 'vitest';
import { aWorkflow } from '#test/support/composer-project.ts';
import { exitBlock as exit, importFiles, importWorkflow as workflow } from '#test/support/import-workflow.ts';

const settings = { connectionProfile: 'Orders', queryType: 'SimpleQuery', recordsVariable: 'Variable(rows)' };

test('a statement keeps its text, and variables in it become values apart', () => {
  const { ours, item } = workflow(
    [
      {
        id: 'q',
        type: 'ird:DBDataBlock',
        name: 'Ask',
        settings: { ...settings, query: "select * from o where a = '{phone}' or b = {phone};" },
      },
      exit,
    ],
    [
      ['q', 'exit'],
      ['q', 'exit', 'error.com.genesyslab.composer.emptyresultset'],
    ],
    { phone: "''", rows: 'undefined' },
  );

  expect(ours.ask).toMatchObject({
    type: 'sql-query',
    config: {
      dataSource: 'Orders',
      sql: 'select * from o where a = $1 or b = $1',
      values: [{ value: { js: 'vars.phone' } }],
      variables: { rows: 'rows' },
    },
    ports: { next: 'exit1', 'no-rows': 'exit1' },
  });
  expect(item('Ask')).toMatchObject({ level: 'near' });
});

test('a statement is found in the file that the block names, and one that changes the database says so', () => {
  const { process } = importFiles({
    'Workflows/Main.workflow': aWorkflow(
      [{ id: 'q', type: 'ird:DBDataBlock', name: 'Write', settings: { ...settings, queryFile: 'db/write.sql' } }, exit],
      [['q', 'exit']],
    ),
    'db/write.sql': 'update o set a = 1',
  });

  expect(process.strategies['Main']?.blocks['write']?.config).toMatchObject({
    sql: 'update o set a = 1',
    writes: true,
  });
});

test('a stored procedure and a statement with names nobody declares are kept for a person', () => {
  const { item, ours } = workflow(
    [
      {
        id: 'p',
        type: 'ird:DBDataBlock',
        name: 'Call',
        settings: { ...settings, queryType: 'StoredProcedure', storedProcedure: 'pay(1)' },
      },
      { id: 'q', type: 'ird:DBDataBlock', name: 'Ask', settings: { ...settings, query: 'select {nobody}' } },
      exit,
    ],
    [
      ['p', 'q'],
      ['q', 'exit'],
    ],
  );

  expect(item('Call')).toMatchObject({ level: 'placeholder', reasons: ['It calls the stored procedure "pay(1)".'] });
  expect(item('Ask')).toMatchObject({ level: 'placeholder', reasons: [expect.stringContaining('"nobody"')] });
  expect(ours.call?.config.code).toContain('// storedProcedure = pay(1)');
});
