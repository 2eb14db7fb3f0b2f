import { expect, test } from 'vitest';
import { exitBlock as exit, importWorkflow as workflow } from '#test/support/import-workflow.ts';

const row = (key: string, value: string) => `<userData><Key value="${key}"/><Value value="${value}"/></userData>`;

test('new interactions begin in the queue they name, or are a record of their own', () => {
  const { ours, errors } = workflow(
    [
      {
        id: 'a',
        type: 'ird:SubmitNewInteractionBlock',
        name: 'Task',
        settings: { queue: 'Tasks', mediaType: 'workitem', subject: 'Do it' },
        inner: row('Kind', 'follow-up'),
      },
      {
        id: 'b',
        type: 'ird:CreateInteractionBlock',
        name: 'Record',
        settings: { mediaType: 'email', interactionType: 'Outbound' },
      },
      exit,
    ],
    [
      ['a', 'b'],
      ['b', 'exit'],
    ],
  );

  expect(errors).toEqual([]);
  expect(ours.task).toMatchObject({
    type: 'submit-new-interaction',
    config: { queue: 'Tasks', media: 'workitem', subject: 'Do it', data: { Kind: 'follow-up' } },
    ports: { submitted: 'record' },
  });
  expect(ours.record).toMatchObject({
    type: 'create-interaction',
    config: { media: 'email', type: 'Outbound' },
    ports: { created: 'exit1' },
  });
});

test('others are found by the same condition, and changed by the same keys', () => {
  const { ours, item, errors } = workflow(
    [
      {
        id: 'f',
        type: 'ird:FindInteractionsBlock',
        name: 'Find',
        settings: { condition: "contact_id = '7' and Kind like 'a%'", outputResult: 'Variable(found)' },
      },
      {
        id: 'u',
        type: 'ird:UpdateInteractionBlock',
        name: 'Other',
        settings: { interactionId: 'Variable(id)' },
        inner: row('Kind', 'done'),
      },
      { id: 'v', type: 'ird:UpdateInteractionBlock', name: 'Own', inner: row('Kind', 'done') },
      { id: 'g', type: 'ird:FindInteractionsBlock', name: 'Odd', settings: { condition: 'age(received_at) > 5' } },
      exit,
    ],
    [
      ['f', 'u'],
      ['u', 'v'],
      ['v', 'g'],
      ['g', 'exit'],
    ],
    { found: 'undefined', id: "''" },
  );

  expect(errors).toEqual([]);
  expect(ours.find).toMatchObject({
    type: 'find-interactions',
    config: {
      combinator: 'and',
      rules: [
        { field: 'contactId', operator: '=', value: '7' },
        { field: 'data.Kind', operator: 'beginsWith', value: 'a' },
      ],
      resultVariable: 'found',
    },
    ports: { found: 'other', none: 'other' },
  });
  expect(ours.other).toMatchObject({
    type: 'update-interactions',
    config: { which: 'ids', ids: { js: 'vars.id' }, set: { Kind: 'done' } },
    ports: { updated: 'own' },
  });
  expect(ours.own).toMatchObject({ type: 'attach-data', config: { entries: [{ key: 'Kind', value: 'done' }] } });
  expect(item('Odd')?.level).toBe('placeholder');
});
