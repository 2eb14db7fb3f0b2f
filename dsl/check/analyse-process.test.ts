import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aProcess, aProcessWith } from '#test/support/a-process.ts';
import { readSampleJson, sampleNames } from '#test/support/read-sample.ts';
import { analyseProcess } from './analyse-process.ts';
import { parseBusinessProcess } from './parse-business-process.ts';
import { readStrategy } from './read-strategy.ts';
import { worstCaseOf } from './worst-case.ts';

const stop = { type: 'stop-interaction' };
const entry = (next: string) => ({ type: 'entry', ports: { next } });

test('finds a key of attached data that is all but the name of one that is set', () => {
  const process = aProcessWith({
    entry: entry('attach'),
    attach: { type: 'attach-data', config: { entries: [{ key: 'Category', value: 'gold' }] }, ports: { next: 'if' } },
    if: {
      type: 'if',
      config: { condition: { js: 'data.Catgeory === "gold"' } },
      ports: { true: 'stop', false: 'stop' },
    },
    stop,
  });

  expect(analyseProcess(process).filter(({ severity }) => severity === 'warning')).toMatchObject([
    {
      code: 'check/unknown-data-key',
      block: 'if',
      message: 'Block "if" reads attached data "Catgeory", which nothing sets; did you mean "Category"?',
    },
  ]);
});

test('knows what blocks, scripts and the E-mail Server attach', () => {
  const reads = [
    'data.ScreeningRules',
    'data.ScrKey_Order',
    'data.CtgName',
    'data.FromAddress',
    'data.Mine',
    'data["Header_x"]',
  ];
  const process = aProcessWith({
    entry: entry('screen'),
    screen: { type: 'screen', config: { rule: 'Order' }, ports: { matched: 'classify', 'not-matched': 'classify' } },
    classify: { type: 'classify', config: { model: 'Requests' }, ports: { classified: 'script', unknown: 'script' } },
    script: { type: 'script', config: { code: 'data.Mine = 1;' }, ports: { next: 'if' } },
    if: { type: 'if', config: { condition: { js: reads.join(' && ') } }, ports: { true: 'stop', false: 'stop' } },
    stop,
  });

  expect(analyseProcess(process).filter(({ code }) => code.includes('data-key'))).toEqual([]);
});

test('says of other keys that they come from elsewhere, those of views too', () => {
  const process = aProcess({
    queues: {
      In: {
        views: {
          Gold: {
            condition: { combinator: 'and', rules: [{ field: 'data.Segment', operator: '=', value: 'gold' }] },
            submitter: { strategy: 'Main' },
          },
        },
      },
      ErrorHeld: { parking: true },
    },
  });

  expect(analyseProcess(process)[0]).toMatchObject({
    code: 'analysis/foreign-data-key',
    severity: 'information',
    path: ['queues', 'In', 'views', 'Gold', 'condition', 'rules', 0, 'field'],
  });
});

test('tells where a failure goes that nobody handles', () => {
  const process = aProcessWith({
    entry: entry('screen'),
    screen: { type: 'screen', config: { rule: 'Order' }, ports: { matched: 'stop', 'not-matched': 'stop' } },
    stop,
  });

  expect(analyseProcess(process).map(({ message }) => message)).toEqual([
    'When "screen" fails, the interaction goes to queue "ErrorHeld"; wire its error port to decide otherwise.',
    'Strategy "Main" takes at most 3 blocks and 2 host calls.',
  ]);
});

test('the worst case of a chain is its length, and a way back makes it endless', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.boolean(), (length, hasWayBack) => {
      const chain = Array.from({ length }, (_, index) => {
        const isLast = index === length - 1;
        const next = isLast ? (hasWayBack ? 'b0' : 'stop') : `b${index + 1}`;
        return [
          `b${index}`,
          { type: 'if', config: { condition: { js: 'data.x' } }, ports: { true: next, false: 'stop' } },
        ];
      });
      const process = aProcessWith({ entry: entry('b0'), ...Object.fromEntries(chain), stop });
      const strategies = new Map(
        Object.entries(process.strategies).map(([name, one]) => [name, readStrategy(name, one)]),
      );

      expect(worstCaseOf('Main', strategies)).toEqual({ blocks: length + 2, calls: 1, isEndless: hasWayBack });
    }),
  );
});

test('a subroutine counts in each strategy that calls it', () => {
  const process = aProcess({
    strategies: {
      Main: {
        blocks: {
          entry: entry('one'),
          one: { type: 'call-subroutine', config: { strategy: 'Sub' }, ports: { next: 'two' } },
          two: { type: 'call-subroutine', config: { strategy: 'Sub' }, ports: { next: 'stop' } },
          stop,
        },
      },
      Sub: {
        kind: 'subroutine',
        blocks: {
          entry: entry('wait'),
          wait: { type: 'wait', config: { seconds: 1 }, ports: { next: 'out' } },
          out: { type: 'exit' },
        },
      },
    },
  });
  const strategies = new Map(Object.entries(process.strategies).map(([name, one]) => [name, readStrategy(name, one)]));

  expect(worstCaseOf('Main', strategies)).toEqual({ blocks: 10, calls: 3, isEndless: false });
});

test.each(sampleNames())('warns of nothing in the sample %s', (sample) => {
  const { process } = parseBusinessProcess(readSampleJson(sample, 'process.json'));

  expect(process && analyseProcess(process).filter(({ severity }) => severity !== 'information')).toEqual([]);
});
