import { expect, test } from 'vitest';
import { blockByType } from '../index.ts';
import { runBlock } from '#test/support/run-block.ts';

const config = {
  targets: [
    { agentGroup: 'Berlin', percent: 70 },
    { skill: { js: '"English >= " + vars.level' }, percent: 30 },
  ],
};

test('asks with targets and shares, and leaves by what became of it', async () => {
  const routed = await runBlock('percentage', config, { vars: { level: 2 }, answer: { agent: 'ada' } });
  const late = await runBlock('percentage', config, { vars: { level: 2 }, answer: { timeout: true } });

  expect([routed.port, late.port]).toEqual(['routed', 'timeout']);
  expect(routed.calls[0]?.params).toMatchObject({
    targets: [
      { target: { agentGroup: 'Berlin' }, percent: 70 },
      { target: { skill: 'English >= 2' }, percent: 30 },
    ],
  });
});

test('refuses shares of nothing, and names the groups it uses', () => {
  const block = blockByType('percentage');

  expect(block?.config.safeParse({ targets: [{ agentGroup: 'Berlin', percent: 0 }] }).success).toBe(false);
  expect(block?.references(block.config.parse(config))).toEqual([
    { kind: 'agent-group', name: 'Berlin', path: ['targets', 0, 'agentGroup'] },
  ]);
});
