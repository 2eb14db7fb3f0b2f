import type { StrategyTemplate } from '../template.ts';

/** Asks an external service for a score; one that is away holds nobody up. */
export const serviceWithFallback: StrategyTemplate = {
  slots: {
    service: { kind: 'externalServices', wish: 'Scoring' },
    preferred: { kind: 'queues', wish: 'Preferred' },
    others: { kind: 'queues', wish: 'Distribution' },
  },
  make: ({ service = '', preferred = '', others = '' }) => ({
    description: 'Asks an external service for a score and goes on by it, without one when the service is away.',
    blocks: {
      entry: { type: 'entry', ports: { next: 'ask' } },
      ask: {
        type: 'external-service',
        name: 'Ask for the score',
        config: {
          service,
          method: 'Score',
          parameters: { address: { js: 'interaction.fromAddress' } },
          timeoutSeconds: 5,
          attach: { Score: 'parameters.Score' },
        },
        ports: { next: 'high', error: 'note' },
      },
      note: {
        type: 'attach-data',
        name: 'Note why there is none',
        config: { entries: [{ key: 'ScoreProblem', value: { js: 'lastError.message' } }] },
        ports: { next: 'others', error: 'others' },
      },
      high: {
        type: 'if',
        name: 'High score?',
        config: { condition: { combinator: 'and', rules: [{ field: 'data.Score', operator: '>=', value: 80 }] } },
        ports: { true: 'preferred', false: 'others', error: 'others' },
      },
      preferred: { type: 'queue-interaction', name: 'Preferred', config: { queue: preferred } },
      others: { type: 'queue-interaction', name: 'The usual way', config: { queue: others } },
    },
  }),
};
