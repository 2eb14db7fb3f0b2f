import type { StrategyTemplate } from '../template.ts';

/** During business hours one queue, outside them another. */
export const businessHoursGate: StrategyTemplate = {
  slots: {
    calendar: { kind: 'calendars', wish: 'Business hours' },
    open: { kind: 'queues', wish: 'Distribution' },
    closed: { kind: 'queues', wish: 'After hours' },
  },
  make: ({ calendar = '', open = '', closed = '' }) => ({
    description: 'During business hours one queue, outside them another.',
    blocks: {
      entry: { type: 'entry', ports: { next: 'hours' } },
      hours: {
        type: 'business-hours',
        name: 'Open now?',
        config: { calendar },
        ports: { open: 'open', closed: 'closed', error: 'open' },
      },
      open: { type: 'queue-interaction', name: 'We are open', config: { queue: open } },
      closed: { type: 'queue-interaction', name: 'We are closed', config: { queue: closed } },
    },
  }),
};
