import type { StrategyTemplate } from '../template.ts';

/** A model says what a message is about; complaints and bills go another way than the rest. */
export const classifyAndSegment: StrategyTemplate = {
  slots: {
    model: { kind: 'models', wish: 'Requests' },
    special: { kind: 'queues', wish: 'Complaints' },
    others: { kind: 'queues', wish: 'Distribution' },
  },
  make: ({ model = '', special = '', others = '' }) => ({
    description: 'Goes on by what a message is about.',
    blocks: {
      entry: { type: 'entry', ports: { next: 'classify' } },
      classify: {
        type: 'classify',
        name: 'What is it about?',
        config: { model, minimumConfidence: 60 },
        ports: { classified: 'topic', unknown: 'others', error: 'others' },
      },
      topic: {
        type: 'classification-segmentation',
        name: 'Which topic?',
        config: { minimumRelevancy: 60, segments: [{ port: 'special', categories: ['Complaint', 'Billing'] }] },
        ports: { special: 'special', default: 'others' },
      },
      special: { type: 'queue-interaction', name: 'Its own way', config: { queue: special } },
      others: { type: 'queue-interaction', name: 'The usual way', config: { queue: others } },
    },
  }),
};
