import { emptiedBy, errorHeld, routeOrAgain, sendStrategy } from '../parts.ts';
import type { ProcessTemplate } from '../template.ts';

/** Each e-mail is acknowledged and routed to a group; replies are sent. */
export const acknowledgeAndRoute: ProcessTemplate = {
  slots: {
    acknowledgement: { kind: 'responses', wish: 'Acknowledgement' },
    group: { kind: 'agentGroups', wish: 'E-mail' },
  },
  make: (name, { acknowledgement = '', group = '' }) => ({
    format: 1,
    name,
    // endpoints of active processes may not share a name
    endpoints: { [name]: { media: 'email', queue: 'Inbound' } },
    queues: {
      ErrorHeld: errorHeld,
      Inbound: emptiedBy('Receive', 'New messages, and those nobody took in time.'),
      Outbound: emptiedBy('Send', 'Acknowledgements and replies on their way out.'),
    },
    strategies: {
      Receive: {
        blocks: {
          entry: { type: 'entry', ports: { next: 'acknowledge' } },
          acknowledge: {
            type: 'acknowledgement',
            config: { response: acknowledgement, queue: 'Outbound' },
            ports: { sent: 'route', error: 'route' },
          },
          ...routeOrAgain(group, 'Outbound'),
        },
      },
      Send: sendStrategy,
    },
  }),
};
