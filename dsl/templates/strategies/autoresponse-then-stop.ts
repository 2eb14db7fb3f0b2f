import type { StrategyTemplate } from '../template.ts';

/** Answers a message completely and stops it; what may not be answered by a machine goes to people. */
export const autoresponseThenStop: StrategyTemplate = {
  slots: {
    answer: { kind: 'responses', wish: 'Answer' },
    outbound: { kind: 'queues', wish: 'Outbound' },
    people: { kind: 'queues', wish: 'Distribution' },
  },
  make: ({ answer = '', outbound = '', people = '' }) => ({
    description: 'Answers a message completely and stops it; what may not be answered by a machine goes to people.',
    blocks: {
      entry: { type: 'entry', ports: { next: 'answer' } },
      answer: {
        type: 'autoresponse',
        config: { response: answer, queue: outbound },
        ports: { sent: 'stop', suppressed: 'people', error: 'people' },
      },
      stop: { type: 'stop-interaction', name: 'Answered', config: { reason: 'answered automatically' } },
      people: { type: 'queue-interaction', name: 'To people', config: { queue: people } },
    },
  }),
};
