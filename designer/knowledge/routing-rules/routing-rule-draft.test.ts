import { expect, test } from 'vitest';
import { routingRuleSchema } from '#dsl/model/routing-rule.ts';
import {
  freshSettings,
  keptRoutingRuleDraft,
  newRoutingRuleDraft,
  routingRuleBody,
  routingRuleFields,
  routingRuleKinds,
} from './routing-rule-draft.ts';

test.each(routingRuleKinds)('has fields for a rule of the kind %s, which begin with all that is needed', (kind) => {
  const fields = routingRuleFields(kind).map(({ key }) => key);
  const settings = freshSettings(kind);

  expect(fields.length).toBeGreaterThan(0);
  expect(fields).not.toContain('name');
  for (const key of Object.keys(settings)) expect(fields).toContain(key);
});

test('sends what was kept as it was kept', () => {
  const rule = routingRuleSchema.parse({
    name: 'Shares',
    kind: 'percentage',
    targets: [
      { agentGroup: 'Berlin', percent: 70 },
      { skill: 'English >= 1', percent: 30 },
    ],
  });

  expect(routingRuleBody(keptRoutingRuleDraft(rule))).toEqual(rule);
});

test('asks a new rule for its name and its target before it can be kept', () => {
  const { error } = routingRuleSchema.safeParse(routingRuleBody(newRoutingRuleDraft));

  expect(error?.issues.map(({ path }) => path[0])).toEqual(expect.arrayContaining(['name', 'targets']));
});
