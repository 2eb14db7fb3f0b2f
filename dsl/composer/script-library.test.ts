import { expect, test } from 'vitest';
import { aWorkflow } from '#test/support/composer-project.ts';
import { runStrategy } from '#test/support/run-strategy.ts';
import { exitBlock as exit, importFiles } from '#test/support/import-workflow.ts';

const dates = [
  'function two(n) { return (n < 10 ? "0" : "") + n; }',
  'function day(y, m) { var text = y + "-" + two(m); return text; }',
  'function even(n) { return n === 0 || odd(n - 1); }',
  'function odd(n) { return n !== 0 && even(n - 1); }',
  'function session() { return AppState.ANI; }',
  'function leaking(n) { total = n; return total; }',
].join('\n');

function imported(rows: string) {
  const assign = { id: 'a', type: 'ird:AssignBlock', name: 'Set', inner: rows };
  const keys = '<assignData><Key value="Day"/><Value value="d" Source="Variable"/></assignData>';
  const attach = { id: 'u', type: 'ird:UserDataBlock', name: 'Attach', inner: keys };
  const { process, report, errors } = importFiles({
    'Care/Workflows/Main.workflow': aWorkflow(
      [assign, attach, exit],
      [
        ['a', 'u'],
        ['u', 'exit'],
      ],
      { d: "''" },
    ),
    'Care/Scripts/dates.js': dates,
    'Care/include/broken.js': 'function (',
    'Care/Resources/Prompts/en.js': 'function prompt() { return 1; }',
  });
  const item = report.items.find(({ name }) => name === 'Set');
  return { process, item, errors };
}

test('a function of the project comes along with what calls it, and with those it calls', async () => {
  const { process, item, errors } = imported('<assignData Key="d" Value="day(2026, 3)"/>');

  expect(errors).toEqual([]);
  expect(item).toMatchObject({
    level: 'near',
    reasons: ['It brings the function "day" of Care/Scripts/dates.js along.'],
  });
  expect((await runStrategy(process, 'Main')).data).toEqual({ Day: '2026-03' });
});

test('functions that call one another come along together', async () => {
  const { process } = imported('<assignData Key="d" Value="even(10)"/>');

  expect((await runStrategy(process, 'Main')).data).toEqual({ Day: true });
});

test.each(['session()', 'leaking(1)', 'prompt()', 'nobody()'])(
  'what %s needs is nothing here, so it is left for a person',
  (call) => {
    expect(imported(`<assignData Key="d" Value="${call}"/>`).item?.level).toBe('placeholder');
  },
);
