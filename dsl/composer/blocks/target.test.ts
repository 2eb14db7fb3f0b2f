import { expect, test } from 'vitest';
import { exitBlock as exit, importWorkflow as workflow } from '#test/support/import-workflow.ts';

test('a target becomes a route: its groups, its time, and the submission that fails as the way for when time is over', () => {
  const inner =
    '<targets name="Support"/><targets name="\'Billing &gt; 1\'" targetType="Skill"/><targets name="jo" targetType="Agent"/>' +
    '<statistic value="StatOfTheMoon" Source="Configuration Server"/>';
  const { ours, item, bundle } = workflow(
    [
      { id: 't', type: 'ird:TargetBlock', name: 'Target', settings: { timeout: '10' }, inner },
      exit,
      { ...exit, id: 'late', name: 'Late' },
    ],
    [
      ['t', 'exit'],
      ['t', 'late', 'error.queue.submit'],
      ['t', 'late', 'queue.cancel.done'],
    ],
  );

  expect(ours.target).toMatchObject({
    type: 'route-interaction',
    config: { targets: [{ agentGroup: 'Support' }, { skill: 'Billing > 1' }, { agent: 'jo' }], timeoutSeconds: 10 },
    ports: { routed: 'exit1', timeout: 'late', error: 'late' },
  });
  expect(item('Target')).toMatchObject({
    level: 'near',
    reasons: [expect.stringContaining('StatOfTheMoon')],
  });
  expect(bundle.agentGroups).toMatchObject([{ name: 'Support', members: [] }]);
});

test('statistics of agents and shares by percentage come over as what they are here', () => {
  const statistic = '<statistic value="StatAgentLoading" Source="Configuration Server"/>';
  const shares = '<targets name="North" weight="60"/><targets name="South" weight="40"/>';
  const { ours, item, errors } = workflow(
    [
      {
        id: 'a',
        type: 'ird:TargetBlock',
        name: 'Least',
        settings: { statisticsOrder: 'Min', clearTargets: 'true' },
        inner: `<targets name="North"/>${statistic}`,
      },
      {
        id: 'b',
        type: 'ird:TargetBlock',
        name: 'Shares',
        settings: { statisticsOrder: 'Percentage', clearTargets: 'true' },
        inner: shares,
      },
      exit,
    ],
    [
      ['a', 'exit'],
      ['a', 'b', 'error.queue.submit'],
      ['b', 'exit'],
      ['b', 'exit', 'error.queue.submit'],
    ],
  );

  expect(errors).toEqual([]);
  expect(item('Least')?.level).toBe('exact');
  expect(ours.least?.config).toEqual({
    targets: [{ agentGroup: 'North' }],
    statistic: 'agent-loading',
    optimum: 'min',
  });
  expect(item('Shares')?.level).toBe('exact');
  expect(ours.shares).toMatchObject({
    type: 'percentage',
    config: {
      targets: [
        { agentGroup: 'North', percent: 60 },
        { agentGroup: 'South', percent: 40 },
      ],
    },
  });
});

test('a force route, a routing rule and a statistic of targets come over as what they are here', () => {
  const { ours, item } = workflow(
    [
      {
        id: 'f',
        type: 'ird:ForceRouteBlock',
        name: 'Force',
        inner: '<destination value="where" Source="Variable" cfgSwitch=""/>',
      },
      { id: 'r', type: 'ird:RoutingRuleBlock', name: 'Rule', settings: { routingRule: 'Least busy', timeout: '30' } },
      {
        id: 's',
        type: 'ird:TargetBlock',
        name: 'Compare',
        settings: { statisticsOrder: 'Max' },
        inner: '<targets name="North"/><targets name="South"/><statistic value="StatAgentsAvailable"/>',
      },
      exit,
    ],
    [
      ['f', 'r', 'error'],
      ['r', 's', 'error'],
      ['s', 'exit'],
      ['s', 'exit', 'error.queue.submit'],
    ],
    { where: "''" },
  );

  expect(ours.force).toMatchObject({
    type: 'force-route',
    config: { targets: [{ variable: 'where' }] },
    ports: { error: 'rule', timeout: expect.any(String) },
  });
  expect(ours.rule).toMatchObject({ type: 'routing-rule', config: { rule: 'Least busy', timeoutSeconds: 30 } });
  expect(ours.compare).toMatchObject({ type: 'statistics', config: { statistic: 'agents-ready', optimum: 'max' } });
  expect(item('Compare')?.level).toBe('exact');
});
