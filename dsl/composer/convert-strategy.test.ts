import { expect, test } from 'vitest';
import { exitBlock as exit, importWorkflow as workflow } from '#test/support/import-workflow.ts';

test('a workflow of blocks that both sides have comes over exactly and checks clean', () => {
  const assign = {
    id: 'set',
    type: 'ird:AssignBlock',
    name: 'Set Level',
    inner: '<assignData Key="level" Value="\'gold\'"/>',
  };
  const { ours, report, errors } = workflow([assign, exit], [['set', 'exit']], {
    level: "'none'",
    tries: '3',
    box: 'new Object()',
  });

  expect(errors).toEqual([]);
  expect(report.count).toEqual({ files: 1, blocks: 3, exact: 3, near: 0, placeholder: 0, lost: 0 });
  expect(ours['set-level']).toMatchObject({
    type: 'assign',
    name: 'Set Level',
    config: { assignments: [{ variable: 'level', value: 'gold' }] },
    ports: { next: 'exit1' },
  });
  expect(ours.exit1?.type).toBe('stop-interaction');
  expect(ours.entry?.config).toMatchObject({
    variables: {
      level: { type: 'string', default: 'none' },
      tries: { type: 'integer', default: 3 },
      box: { type: 'object', default: {} },
    },
  });
});

test('an exception of Entry catches what every block leaves open', () => {
  const set = { id: 'set', type: 'ird:AssignBlock', name: 'Set', inner: '<assignData Key="x" Value="1"/>' };
  const { ours } = workflow(
    [set, exit, { id: 'log', type: 'ird:LogBlock', name: 'Log', inner: "<loggingDetails>'failed'</loggingDetails>" }],
    [
      ['set', 'exit'],
      ['entry', 'log', 'error'],
      ['log', 'exit'],
    ],
  );

  expect(ours.set?.ports).toEqual({ next: 'exit1', error: 'log' });
  expect(ours.log).toMatchObject({ type: 'script', config: { code: 'log("failed");\n' } });
  expect(ours.log?.ports.error).toBeUndefined();
});

test('a block under a condition gets an If before it, and one that is switched off is passed by', () => {
  const set = {
    id: 'set',
    type: 'ird:AssignBlock',
    name: 'Set',
    inner: '<assignData Key="x" Value="1"/>',
    settings: { condition: 'x &gt; 0' },
  };
  const off = {
    id: 'off',
    type: 'ird:AssignBlock',
    name: 'Off',
    inner: '<assignData Key="x" Value="2"/>',
    settings: { enableStatus: 'Disabled' },
  };
  const { ours, item, errors } = workflow(
    [{ ...set, settings: { condition: 'x > 0' } }, off, exit],
    [
      ['set', 'off'],
      ['off', 'exit'],
    ],
    { x: '0' },
  );

  expect(errors).toEqual([]);
  expect(ours.entry?.ports.next).toBe('set-condition');
  expect(ours['set-condition']).toMatchObject({
    type: 'if',
    config: { condition: { js: 'vars.x > 0' } },
    ports: { true: 'set', false: 'off' },
  });
  expect(ours.off?.type).toBe('script');
  expect(item('Off')?.level).toBe('near');
});

test('ways that lead nowhere end in the error queue instead of getting stuck', () => {
  const { ours, errors } = workflow(
    [{ id: 'set', type: 'ird:AssignBlock', inner: '<assignData Key="x" Value="1"/>' }],
    [],
  );

  expect(errors).toEqual([]);
  expect(ours['not-connected']).toMatchObject({ type: 'queue-interaction', config: { queue: 'ErrorHeld' } });
});

test('a block of a kind nobody knows runs as a placeholder that keeps its settings, its note and its ways on', () => {
  const inner = '<parameters name="depth" value="3"/>';
  const { ours, item, errors } = workflow(
    [
      { id: 'n', type: 'next:QuantumBlock', name: 'Leap', settings: { strength: '9', notes: 'Ask Jo.' }, inner },
      exit,
      { ...exit, id: 'other', name: 'Other' },
    ],
    [
      ['n', 'exit'],
      ['n', 'other', 'sideways'],
      ['n', 'other', 'error.leap'],
    ],
  );

  expect(errors).toEqual([]);
  expect(item('Leap')?.level).toBe('placeholder');
  expect(ours.leap).toMatchObject({ type: 'script', ports: { next: 'exit1', sideways: 'other', error: 'other' } });
  expect(ours.leap?.config).toMatchObject({ code: expect.stringContaining('// strength = 9'), exits: ['sideways'] });
  expect(ours.leap?.note).toMatch(/^Ask Jo\./);
});
