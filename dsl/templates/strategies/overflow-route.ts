import type { ChosenNames, StrategyTemplate } from '../template.ts';

/** One group first, a second one after a while, then any of both, each longer than the one before. */
export const overflowRoute: StrategyTemplate = {
  slots: {
    first: { kind: 'agentGroups', wish: 'E-mail' },
    second: { kind: 'agentGroups', wish: 'Overflow' },
    outbound: { kind: 'queues', wish: 'Outbound' },
    again: { kind: 'queues', wish: 'Distribution' },
  },
  make: ({ first = '', second = '', ...queues }) => ({
    description: 'Looks for an agent in one group, then in the next, then in both.',
    blocks: {
      entry: { type: 'entry', ports: { next: 'first' } },
      first: { ...route([first], 60, queues), name: 'First group', ports: { timeout: 'second' } },
      second: { ...route([second], 120, queues), name: 'Second group', ports: { timeout: 'both' } },
      both: { ...route([first, second], 300, queues), name: 'Anybody of both', ports: { timeout: 'sooner' } },
      sooner: {
        type: 'queue-interaction',
        name: 'Try again, sooner',
        config: { queue: queues['again'] ?? '', priority: { js: 'interaction.priority + 10' } },
      },
    },
  }),
};

function route(groups: readonly string[], timeoutSeconds: number, { outbound = '', again = '' }: ChosenNames) {
  return {
    type: 'route-interaction',
    config: {
      targets: [...new Set(groups)].map((agentGroup) => ({ agentGroup })),
      timeoutSeconds,
      inQueues: [again],
      outQueues: [outbound],
    },
  };
}
