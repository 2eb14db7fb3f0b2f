import { expect, test } from 'vitest';
import { layoutSchema } from '#dsl/document/layout.ts';
import { aProcessDocument } from '#test/support/a-process.ts';
import { renameMacro } from './rename-macro.ts';

test('follows a macro in blocks, expressions, scripts and other macros, and leaves other texts alone', () => {
  const document = aProcessDocument({
    macros: { isGold: { expression: 'true' }, isBoth: { expression: 'macros.isGold() && macros.isGoldish()' } },
    strategies: {
      Main: {
        blocks: {
          entry: { type: 'entry', config: { variables: { gold: { type: 'boolean' } } }, ports: { next: 'ask' } },
          ask: { type: 'macro', config: { macro: 'isGold', result: 'gold' }, ports: { next: 'check' } },
          check: {
            type: 'if',
            config: { condition: { js: 'macros.isGold()' } },
            ports: { true: 'stop', false: 'run' },
          },
          run: {
            type: 'script',
            note: 'uses macros.isGold',
            config: { code: 'log(macros.isGold())' },
            ports: { next: 'stop' },
          },
          stop: { type: 'stop-interaction' },
        },
      },
    },
  });

  const renamed = renameMacro('isGold', 'isValued').apply({ document, layout: layoutSchema.parse({}) }).document;

  expect(renamed.macros).toEqual({
    isValued: { expression: 'true' },
    isBoth: { expression: 'macros.isValued() && macros.isGoldish()' },
  });
  const blocks = renamed.strategies?.['Main']?.blocks ?? {};
  expect(blocks['ask']?.config).toEqual({ macro: 'isValued', result: 'gold' });
  expect(blocks['check']?.config).toEqual({ condition: { js: 'macros.isValued()' } });
  expect(blocks['run']).toMatchObject({ note: 'uses macros.isGold', config: { code: 'log(macros.isValued())' } });
});
