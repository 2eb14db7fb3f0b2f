import { expect, test } from 'vitest';
import { checkProcess } from '../../check/check-process.ts';
import type { BusinessProcess } from '../../document/business-process.ts';
import { blockByType } from '../index.ts';
import { aProcessWith } from '#test/support/a-process.ts';
import { runBlock } from '#test/support/run-block.ts';
import { runStrategy } from '#test/support/run-strategy.ts';

test('runs the other strategy', async () => {
  const { calls } = await runBlock('switch-to-strategy', { strategy: 'Others' });

  expect(calls).toEqual([{ name: 'subroutine Others', params: {} }]);
});

test('leads on nowhere but by its error port', () => {
  const block = blockByType('switch-to-strategy');

  expect(block?.ports(block.config.parse({ strategy: 'Others' })).map(({ name }) => name)).toEqual(['error']);
});

const switching = (to: string) => ({
  entry: { type: 'entry', ports: { next: 'on' } },
  on: { type: 'switch-to-strategy', config: { strategy: to } },
});
const ending = { entry: { type: 'entry', ports: { next: 'stop' } }, stop: { type: 'stop-interaction' } };

test('goes on in the other strategy and does not come back', async () => {
  const process = aProcessWith(switching('Others'), { Others: { blocks: ending } });

  const run = await runStrategy(process, 'Main');

  expect(run.path.map(({ block, strategy }) => [strategy, block])).toEqual([
    [undefined, 'entry'],
    ['Others', 'entry'],
    ['Others', 'stop'],
  ]);
  expect(checkProcess(process, {})).toEqual([]);
});

test('may lead to a strategy only, and not round for ever', () => {
  const subroutine = {
    kind: 'subroutine' as const,
    blocks: { entry: { type: 'entry', ports: { next: 'exit' } }, exit: { type: 'exit' } },
  };
  const codes = (process: BusinessProcess) => checkProcess(process, {}).map(({ code }) => code);

  expect(codes(aProcessWith(switching('Others'), { Others: subroutine }))).toContain('check/switch-to-subroutine');
  expect(codes(aProcessWith(switching('Others'), { Others: { blocks: switching('Main') } }))).toContain(
    'check/loop-without-wait',
  );
});
