import { expect, test } from 'vitest';
import { exitBlock as exit, importWorkflow as workflow } from '#test/support/import-workflow.ts';

test('attached data takes literals and variables, and needs no way for when it takes too long', () => {
  const row = (key: string, value: string) => `<assignData><Key value="${key}"/><Value ${value}/></assignData>`;
  const inner = row('Kind', 'value="mail"') + row('Level', 'value="level" Source="Variable"');
  const { ours, item } = workflow(
    [{ id: 'u', type: 'ird:UserDataBlock', name: 'Attach', inner }, exit, { ...exit, id: 'late' }],
    [
      ['u', 'exit'],
      ['u', 'late', 'timeout'],
    ],
    { level: "''" },
  );

  expect(item('Attach')?.level).toBe('exact');
  expect(ours.attach?.config).toEqual({
    entries: [
      { key: 'Kind', value: 'mail' },
      { key: 'Level', value: { js: 'vars.level' } },
    ],
  });
});
