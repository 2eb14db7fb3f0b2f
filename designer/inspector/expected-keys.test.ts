import { expect, test } from 'vitest';
import { aProcess } from '#test/support/a-process.ts';
import { expectedKeys } from './expected-keys.ts';

const process = aProcess({
  macros: { isGold: { parameters: ['segment', 'score'], expression: 'segment === score' } },
  strategies: {
    Main: { blocks: { entry: { type: 'entry' } } },
    Skill: {
      kind: 'subroutine',
      blocks: {
        entry: {
          type: 'entry',
          config: {
            variables: {
              topic: { type: 'string', direction: 'in', description: 'What it is about' },
              tries: { type: 'integer', direction: 'in', default: 1 },
              skill: { type: 'string', direction: 'out' },
              own: { type: 'string' },
            },
          },
        },
      },
    },
  },
});

test('arguments of a function, a macro and a subroutine, as the form says which', () => {
  expect(expectedKeys(process, 'function-arguments', { function: 'strSub' })?.map(({ name }) => name)).toEqual([
    'text',
    'from',
    'length',
  ]);
  expect(expectedKeys(process, 'macro-arguments', { macro: 'isGold' })?.map(({ name }) => name)).toEqual([
    'segment',
    'score',
  ]);
  expect(expectedKeys(process, 'subroutine-in', { strategy: 'Skill' })).toEqual([
    { name: 'topic', hint: 'string: What it is about', isOptional: false },
    { name: 'tries', hint: 'integer', isOptional: true },
  ]);
  expect(expectedKeys(process, 'subroutine-out', { strategy: 'Skill' })?.map(({ name }) => name)).toEqual(['skill']);
});

test('any key where nothing is known, or nothing is chosen yet', () => {
  expect(expectedKeys(process, 'macro-arguments', { macro: 'constructor' })).toBeUndefined();
  expect(expectedKeys(undefined, 'subroutine-in', {})).toBeUndefined();
  expect(expectedKeys(process, 'field-codes', {})).toBeUndefined();
});
