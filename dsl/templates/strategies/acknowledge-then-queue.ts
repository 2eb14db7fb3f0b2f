import type { StrategyTemplate } from '../template.ts';

/** Says that the message has arrived, and hands it on. */
export const acknowledgeThenQueue: StrategyTemplate = {
  slots: {
    acknowledgement: { kind: 'responses', wish: 'Acknowledgement' },
    outbound: { kind: 'queues', wish: 'Outbound' },
    next: { kind: 'queues', wish: 'Distribution' },
  },
  make: ({ acknowledgement = '', outbound = '', next = '' }) => ({
    description: 'Says that the message has arrived, and hands it on.',
    blocks: {
      entry: { type: 'entry', ports: { next: 'acknowledge' } },
      acknowledge: {
        type: 'acknowledgement',
        config: { response: acknowledgement, queue: outbound },
        ports: { sent: 'hand-on', error: 'hand-on' },
      },
      'hand-on': { type: 'queue-interaction', name: 'Hand on', config: { queue: next } },
    },
  }),
};
