import { expect, test } from 'vitest';
import { exitBlock as exit, importWorkflow as workflow } from '#test/support/import-workflow.ts';

const reads = (column: string) => `_genesys.session.getListItemValue('Branches', getuData('Zip'), '${column}')`;

test('a value of a list is looked up, alone by a block and among others by a script', () => {
  const { ours, errors } = workflow(
    [
      { id: 'a', type: 'ird:AssignBlock', name: 'One', inner: `<assignData Key="branch" Value="${reads('branch')}"/>` },
      {
        id: 'b',
        type: 'ird:AssignBlock',
        name: 'Two',
        inner: `<assignData Key="branch" Value="${reads('')}"/><assignData Key="n" Value="n + 1"/>`,
      },
      exit,
    ],
    [
      ['a', 'b'],
      ['b', 'exit'],
    ],
    { branch: "''", n: '0' },
  );

  expect(errors.filter((message) => !message.includes('Branches'))).toEqual([]);
  expect(ours.one).toMatchObject({
    type: 'list-lookup',
    config: { list: 'Branches', key: { js: "data['Zip']" }, variables: { branch: 'values.branch' } },
    ports: { found: 'two', 'not-found': 'two' },
  });
  expect(ours.two).toMatchObject({ type: 'script' });
  expect(ours.two?.config.code).toBe(
    "vars.branch = (await calls.listLookup({ list: 'Branches', key: data['Zip'] })).values;\nvars.n = vars.n + 1;\n",
  );
});
