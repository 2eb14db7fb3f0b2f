import { expect, test } from 'vitest';
import { blockByType } from '../index.ts';
import { runBlock } from '#test/support/run-block.ts';

const config = {
  targets: [{ agentGroup: 'E-mail' }, { skill: { js: '"English >= " + vars.level' } }],
  timeoutSeconds: { js: 'vars.waitSeconds' },
  outQueues: ['Outbound queue'],
};

test('leaves by "routed" when an agent accepts, with every parameter evaluated', async () => {
  const vars = { level: 3, waitSeconds: 90 };

  const { port, calls } = await runBlock('route-interaction', config, { answer: { agent: 'ada' }, vars });

  expect(port).toBe('routed');
  expect(calls[0]?.params).toEqual({
    targets: [{ agentGroup: 'E-mail' }, { skill: 'English >= 3' }],
    timeoutSeconds: 90,
    inQueues: [],
    outQueues: ['Outbound queue'],
  });
});

test('leaves by "timeout" when the time is over', async () => {
  const targets = [{ agentGroup: 'E-mail' }];

  expect((await runBlock('route-interaction', { targets }, { answer: { timeout: true } })).port).toBe('timeout');
});

test('names the queues, groups and agents it uses, and leaves expressions out', () => {
  const block = blockByType('route-interaction');
  const read = block?.config.parse({ ...config, targets: [{ agent: 'ada' }, ...config.targets] }) ?? {};

  expect(block?.references(read)).toEqual([
    { kind: 'agent', name: 'ada', path: ['targets', 0, 'agent'] },
    { kind: 'agent-group', name: 'E-mail', path: ['targets', 1, 'agentGroup'] },
    { kind: 'queue', name: 'Outbound queue', path: ['outQueues', 0] },
  ]);
});

test('shows on its card to whom and how long', () => {
  const block = blockByType('route-interaction');

  expect(block?.face.summary(block.config.parse(config))).toBe(
    'to E-mail, {"English >= " + vars.level}, {vars.waitSeconds} s',
  );
});

test('asks with the statistic it chooses by and with what a variable holds', async () => {
  const targets = [{ variable: 'target' }];

  const { calls } = await runBlock(
    'route-interaction',
    { targets, statistic: 'agent-occupancy', optimum: 'min', clearTargets: false },
    { vars: { target: ['ada.A'] }, answer: { agent: 'ada' } },
  );

  expect(calls[0]?.params).toMatchObject({
    targets: [{ variable: ['ada.A'] }],
    statistic: 'agent-occupancy',
    optimum: 'min',
    clearTargets: false,
  });
});
