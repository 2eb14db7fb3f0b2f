import { expect, test } from 'vitest';
import { exitBlock as exit, importWorkflow as workflow } from '#test/support/import-workflow.ts';

test('scripts come over when every name in them is known, and else are kept as comments of a placeholder', () => {
  const known = "level = getuData('Level', system.InteractionID);\r\n__Log('level ' + level);";
  const unknown = 'level = lookUp(system.InteractionID);';
  const { ours, item } = workflow(
    [
      { id: 'a', type: 'ird:EcmaScriptBlock', name: 'known', settings: { script: known } },
      { id: 'b', type: 'ird:EcmaScriptBlock', name: 'unknown', settings: { script: unknown } },
      exit,
    ],
    [
      ['a', 'b'],
      ['b', 'exit'],
    ],
    { level: "''" },
  );

  expect(item('known')?.level).toBe('exact');
  expect(ours.known?.config.code).toBe("vars.level = data['Level'];\nlog('level ' + vars.level);");
  expect(item('unknown')).toMatchObject({
    level: 'placeholder',
    reasons: ['It uses "lookUp", which the diagram does not declare.'],
  });
  expect(ours.unknown?.config.code).toContain(`// script = ${unknown}`);
  expect(ours.unknown?.ports).toEqual({ next: 'exit1' });
});
