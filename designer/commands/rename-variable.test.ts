import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkProcess } from '#dsl/check/check-process.ts';
import { compileStrategy } from '#dsl/compile/compile-strategy.ts';
import { layoutSchema } from '#dsl/document/layout.ts';
import { aProcessDocument } from '#test/support/a-process.ts';
import { readDocument } from './read-document.ts';
import { renameVariable } from './rename-variable.ts';

const layout = layoutSchema.parse({});

const document = aProcessDocument({
  strategies: {
    Main: {
      blocks: {
        entry: {
          type: 'entry',
          config: { variables: { score: { type: 'number', default: 0 }, other: { type: 'string' } } },
          ports: { next: 'call' },
        },
        call: {
          type: 'call-subroutine',
          config: { strategy: 'Rate', in: { score: { js: 'vars.score + 1' } }, out: { result: 'score' } },
          ports: { next: 'ask' },
        },
        ask: {
          type: 'external-service',
          config: { service: 'Scoring', method: 'Score', variables: { score: 'score' } },
          ports: { next: 'high' },
        },
        high: {
          type: 'if',
          config: { condition: { combinator: 'and', rules: [{ field: 'vars.score', operator: '>=', value: 3 }] } },
          ports: { true: 'run', false: 'stop' },
        },
        run: {
          type: 'script',
          note: 'sets vars.score',
          config: {
            code: "const { score } = vars;\n// vars.score\nvars.score += score; vars['score'] -= 1; log('vars.score', data.score);",
          },
          ports: { next: 'stop' },
        },
        stop: { type: 'stop-interaction', config: { reason: { js: '({ a: vars.score, score: 1 }).a + vars.other' } } },
      },
    },
    Rate: {
      kind: 'subroutine',
      blocks: {
        entry: {
          type: 'entry',
          config: {
            variables: {
              score: { type: 'number', direction: 'in', default: 0 },
              result: { type: 'number', direction: 'out', default: 0 },
            },
          },
          ports: { next: 'set' },
        },
        set: {
          type: 'assign',
          config: { assignments: [{ variable: 'result', value: { js: 'vars.score * 2' } }] },
          ports: { next: 'exit' },
        },
        exit: { type: 'exit' },
      },
    },
  },
});

test('follows a variable through settings, conditions, expressions and scripts of its strategy, and no further', () => {
  const renamed = renameVariable('Main', 'score', 'points').apply({ document, layout }).document;

  const blocks = renamed.strategies?.['Main']?.blocks ?? {};
  expect(Object.keys(blocks['entry']?.config?.['variables'] ?? {})).toEqual(['points', 'other']);
  expect(blocks['call']?.config).toEqual({
    strategy: 'Rate',
    in: { score: { js: 'vars.points + 1' } },
    out: { result: 'points' },
  });
  expect(blocks['ask']?.config?.['variables']).toEqual({ points: 'score' });
  expect(blocks['high']?.config?.['condition']).toMatchObject({ rules: [{ field: 'vars.points' }] });
  expect(blocks['run']).toMatchObject({
    note: 'sets vars.score',
    config: {
      code: 'const { points: score } = vars;\n// vars.score\nvars.points += score; vars["points"] -= 1; log(\'vars.score\', data.score);',
    },
  });
  expect(blocks['stop']?.config).toEqual({ reason: { js: '({ a: vars.points, score: 1 }).a + vars.other' } });
  expect(renamed.strategies?.['Rate']).toEqual(document.strategies?.['Rate']);
});

test('follows a parameter of a subroutine into the calls of it', () => {
  const renamed = renameVariable('Rate', 'result', 'rating').apply({ document, layout }).document;

  expect(renamed.strategies?.['Main']?.blocks['call']?.config).toMatchObject({ out: { rating: 'score' } });
  expect(renamed.strategies?.['Rate']?.blocks['set']?.config).toMatchObject({ assignments: [{ variable: 'rating' }] });
});

const name = fc.stringMatching(/^[a-z]\w{0,8}$/).filter((one) => !['score', 'other', 'result', 'vars'].includes(one));

test('a renamed process has no new problems, compiles, and is the same again once renamed back', () => {
  fc.assert(
    fc.property(fc.constantFrom('Main', 'Rate'), name, (strategy, to) => {
      const there = renameVariable(strategy, 'score', to).apply({ document, layout });
      const { process } = readDocument(there.document);
      if (process === undefined) throw new Error('cannot be read');
      expect(checkProcess(process)).toEqual([]);
      for (const one of ['Main', 'Rate']) expect(compileStrategy(process, one)).not.toHaveProperty('diagnostics');

      const back = renameVariable(strategy, to, 'score').apply(there).document;
      const again = renameVariable(strategy, 'score', to).apply({ document: back, layout });
      expect(again.document).toEqual(there.document);
    }),
  );
});
