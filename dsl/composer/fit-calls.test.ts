import { expect, test } from 'vitest';
import { aWorkflow } from '#test/support/composer-project.ts';
import { exitBlock as exit, importFiles } from '#test/support/import-workflow.ts';

test('what a call hands over and takes back fits, whatever first values its variables have', () => {
  const call = {
    id: 'c',
    type: 'ird:SubroutineBlock',
    name: 'Call',
    settings: { uri: 'Sub.workflow' },
    inner:
      '<parameters name="text" value="1403"/><parameters name="count" value="total" type="output"/>' +
      '<parameters name="list" value="text" type="inout"/>',
  };
  const { process, errors } = importFiles({
    'p.ixnprocess': '<ipd:IpdDiagram xmlns:ipd="x"><blocks name="M" type="ipd:WorkflowBlock"/></ipd:IpdDiagram>',
    'Main.workflow': aWorkflow([call, exit], [['c', 'exit']], { total: "''", text: "''" }),
    'Sub.workflow': aWorkflow([exit], [], { text: "''", count: '0', list: 'new Array()' }),
  });

  expect(errors).toEqual([]);
  expect(process.strategies['Main']?.blocks['call']?.config).toMatchObject({
    in: { text: { js: '1403' }, list: { js: 'vars.text' } },
    out: { count: 'total', list: 'text' },
  });
  expect(process.strategies['Sub']?.blocks['entry']?.config).toMatchObject({
    variables: { count: { type: 'string' }, list: { type: 'object' } },
  });
});
