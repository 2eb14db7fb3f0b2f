import type { RoutingRule } from '#dsl/model/routing-rule.ts';
import type { HostCallHandler } from './handler.ts';
import { loadBalancing } from './load-balancing.ts';
import { percentage } from './percentage.ts';
import { routeInteraction } from './route-interaction.ts';
import { serviceLevel } from './service-level.ts';
import { statistics } from './statistics.ts';

/** Follows the rule as it is now, by the handler of the block of its kind. */
export const routingRule: HostCallHandler<'routing-rule'> = async ({ rule: name, ...waiting }, context) => {
  const rule = await context.knowledge.routingRule(context.run.tenantId, name);
  if (rule === undefined) {
    return { error: { code: 'route/no-such-rule', message: `There is no routing rule "${name}".` } };
  }
  switch (rule.kind) {
    case 'selection':
      return routeInteraction({ ...waiting, ...settingsOf(rule) }, context);
    case 'percentage': {
      const targets = rule.targets.map(({ percent, ...target }) => ({ target, percent }));
      return percentage({ ...waiting, targets }, context);
    }
    case 'statistics':
      return statistics({ ...waiting, ...settingsOf(rule) }, context);
    case 'service-level':
      return serviceLevel({ ...waiting, ...settingsOf(rule) }, context);
    case 'load-balancing':
      return loadBalancing(settingsOf(rule), context);
  }
};

function settingsOf<Rule extends RoutingRule>(rule: Rule): Omit<Rule, 'name' | 'description' | 'kind'> {
  const { name: _, description: __, kind: ___, ...settings } = rule;
  return settings;
}
