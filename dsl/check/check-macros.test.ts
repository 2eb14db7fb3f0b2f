import { expect, test } from 'vitest';
import { aProcess } from '#test/support/a-process.ts';
import { compileStrategy } from '../compile/compile-strategy.ts';
import { checkProcess } from './check-process.ts';

const isGold = { parameters: ['segment'], expression: 'segment === "gold"' };

function problemsOf(macros: object, block: object): string[] {
  const blocks = {
    entry: { type: 'entry', config: { variables: { gold: { type: 'boolean' } } }, ports: { next: 'ask' } },
    ask: { ports: { next: 'stop', true: 'stop', false: 'stop' }, ...block },
    stop: { type: 'stop-interaction' },
  };
  const process = aProcess({ macros: macros as never, strategies: { Main: { blocks: blocks as never } } });
  return checkProcess(process)
    .filter(({ severity }) => severity === 'error')
    .map(({ message }) => message);
}

const call = (config: object) => ({
  type: 'macro',
  ports: { next: 'stop' },
  config: { macro: 'isGold', result: 'gold', ...config },
});

test('macros and their uses that are sound', () => {
  expect(problemsOf({ isGold }, call({ arguments: { segment: { js: 'data.Segment' } } }))).toEqual([]);
});

test('says which macro there is instead, in blocks and in expressions', () => {
  expect(problemsOf({ isGold }, call({ macro: 'isGolden' }))).toEqual([
    'There is no macro "isGolden"; did you mean "isGold"?',
  ]);
  const condition = {
    type: 'if',
    ports: { true: 'stop', false: 'stop' },
    config: { condition: { js: 'macros.isGolden(1)' } },
  };
  expect(problemsOf({ isGold }, condition)).toEqual(['There is no macro "isGolden"; did you mean "isGold"?']);
});

test('holds arguments against the parameters', () => {
  expect(problemsOf({ isGold }, call({ arguments: { segmnt: 'gold' } }))).toEqual([
    '"ask": macro "isGold" needs its argument "segment".',
    '"ask": macro "isGold" has no parameter "segmnt".',
  ]);
});

test('finds what cannot be read, where it stands, and compiles nothing then', () => {
  const broken = { isGold: { parameters: ['segment'], expression: 'segment ===' } };
  const reserved = { isGold: { parameters: ['class'], expression: 'true' } };

  expect(problemsOf(broken, call({ arguments: { segment: 1 } }))[0]).toContain(
    'macro "isGold" cannot be read at line 1',
  );
  expect(problemsOf(reserved, call({ arguments: { class: 1 } }))[0]).toContain(
    'a name that JavaScript keeps for itself',
  );
  expect(compileStrategy(aProcess({ macros: broken }), 'Main')).toHaveProperty('diagnostics');
});
