import { expect, test } from 'vitest';
import { exitBlock as exit, importWorkflow as workflow } from '#test/support/import-workflow.ts';

test('a contact is updated by the attributes that are named, or by what is attached', () => {
  const inner =
    '<contactAttributes attribute="FirstName" value="Variable(first)"/><contactAttributes attribute="Shoe size" value="43"/>';
  const { ours, errors, item } = workflow(
    [
      { id: 'a', type: 'ird:UpdateContactBlock', name: 'Named', inner },
      { id: 'b', type: 'ird:UpdateContactBlock', name: 'Attached' },
      exit,
    ],
    [
      ['a', 'b'],
      ['b', 'exit'],
    ],
    { first: "''" },
  );

  expect(errors).toEqual([]);
  expect(ours.named).toMatchObject({
    type: 'update-contact',
    config: { firstName: { js: 'vars.first' }, attributes: { 'Shoe size': '43' } },
    ports: { updated: 'attached' },
  });
  expect(item('Named')?.level).toBe('exact');
  expect(ours.attached?.config.firstName).toMatchObject({ js: expect.stringContaining('data.FirstName') });
});
