import type { RoutingRuleKind } from '#dsl/model/routing-rule.ts';

const kinds: Readonly<Record<RoutingRuleKind, string>> = {
  selection: 'Selection',
  percentage: 'Percentage',
  statistics: 'Statistics',
  'service-level': 'Service level',
  'load-balancing': 'Load balancing',
};

/** Texts of the section of routing rules. */
export const routingRules = {
  kind: 'routing rule',
  create: 'New routing rule',
  save: 'Save rule',
  emptyTitle: 'No routing rule yet',
  empty:
    'A routing rule is a way of finding an agent that many strategies share: their Routing Rule blocks name it, and a change counts for all of them at once.',
  taken: 'There is a routing rule of this name already',
  columns: { name: 'Routing rule', kind: 'Kind', updated: 'Changed' },
  parts: { what: 'Routing rule', how: 'How it routes' },
  kindLabel: 'Kind',
  kinds,
  kindHints: {
    selection: 'Whoever of the targets is free; of several the best by a statistic.',
    percentage: 'Each target gets its share of the interactions.',
    statistics: 'The target that stands best now.',
    'service-level': 'Skills grow wider, so that enough interactions find an agent in time.',
    'load-balancing': 'The queue where least waits.',
  } satisfies Readonly<Record<RoutingRuleKind, string>>,
} as const;
