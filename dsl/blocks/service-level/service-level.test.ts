import { expect, test } from 'vitest';
import { blockByType } from '../index.ts';
import { runBlock } from '#test/support/run-block.ts';

const config = { skills: [{ js: '"English >= " + vars.level' }, 'English >= 1'], percent: 90, withinSeconds: 30 };

test('asks with its skills and the level wanted', async () => {
  const { port, calls } = await runBlock('service-level', config, { vars: { level: 8 }, answer: { timeout: true } });

  expect(port).toBe('timeout');
  expect(calls[0]?.params).toMatchObject({ skills: ['English >= 8', 'English >= 1'], percent: 90, withinSeconds: 30 });
});

test('has its skill expressions checked', () => {
  const block = blockByType('service-level');

  expect(block?.fragments?.(block.config.parse(config))).toEqual([
    { kind: 'skill-expression', code: 'English >= 1', path: ['skills', 1] },
  ]);
});
