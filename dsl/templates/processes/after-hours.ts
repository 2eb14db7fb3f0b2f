import { emptiedBy, errorHeld, routeOrAgain, sendStrategy } from '../parts.ts';
import type { ProcessTemplate } from '../template.ts';

/** Outside business hours a message is answered with when we are back, and waits till then; during them it is routed. */
export const afterHours: ProcessTemplate = {
  slots: {
    calendar: { kind: 'calendars', wish: 'Business hours' },
    closedAnswer: { kind: 'responses', wish: 'After-hours acknowledgement' },
    group: { kind: 'agentGroups', wish: 'E-mail' },
  },
  make: (name, { calendar = '', closedAnswer = '', group = '' }) => ({
    format: 1,
    name,
    // endpoints of active processes may not share a name
    endpoints: { [name]: { media: 'email', queue: 'Inbound' } },
    queues: {
      ErrorHeld: errorHeld,
      Inbound: emptiedBy('Receive', 'New messages, and those that waited till we opened.'),
      Outbound: emptiedBy('Send', 'Answers and replies on their way out.'),
    },
    strategies: {
      Receive: {
        description: 'Routes while we are open, else says so and waits till we are.',
        blocks: {
          entry: {
            type: 'entry',
            config: { variables: { opensAt: { type: 'string', default: '' } } },
            ports: { next: 'hours' },
          },
          hours: {
            type: 'business-hours',
            name: 'Open now?',
            config: { calendar, variables: { opensAt: 'opensAt' } },
            ports: { open: 'route', closed: 'tell', error: 'route' },
          },
          tell: {
            type: 'acknowledgement',
            name: 'Say when we are back',
            config: { response: closedAnswer, queue: 'Outbound' },
            ports: { sent: 'known', error: 'known' },
          },
          known: {
            type: 'if',
            name: 'Do we open again?',
            config: { condition: { combinator: 'and', rules: [{ field: 'vars.opensAt', operator: 'notNull' }] } },
            ports: { true: 'wait', false: 'route', error: 'route' },
          },
          wait: {
            type: 'wait',
            name: 'Until we open',
            config: { until: { js: 'vars.opensAt' } },
            ports: { next: 'route', error: 'route' },
          },
          ...routeOrAgain(group, 'Outbound'),
        },
      },
      Send: sendStrategy,
    },
  }),
};
