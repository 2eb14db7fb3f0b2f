import { type BusinessProcess, businessProcessSchema } from '../document/business-process.ts';

/** An e-mail process of the given name that acknowledges each message, routes it to a group, and sends what leaves. */
export function acknowledgeAndRoute(name: string): BusinessProcess {
  return businessProcessSchema.parse({
    format: 1,
    name,
    endpoints: { default: { media: 'email', queue: 'Inbound' } },
    queues: {
      ErrorHeld: { parking: true },
      Inbound: { views: { All: { submitter: { strategy: 'Receive', maxInFlight: 200 } } } },
      Outbound: { views: { All: { submitter: { strategy: 'Send', maxInFlight: 200 } } } },
    },
    strategies: { Receive: { blocks: receive }, Send: { blocks: send } },
  });
}

const receive = {
  entry: { type: 'entry', ports: { next: 'acknowledge' } },
  acknowledge: {
    type: 'acknowledgement',
    config: { response: 'Acknowledgement', queue: 'Outbound' },
    ports: { sent: 'route', error: 'route' },
  },
  route: {
    type: 'route-interaction',
    config: {
      targets: [{ agentGroup: 'Agents' }],
      timeoutSeconds: 300,
      inQueues: ['Inbound'],
      outQueues: ['Outbound'],
    },
    ports: { timeout: 'again' },
  },
  again: { type: 'queue-interaction', config: { queue: 'Inbound', priority: { js: 'interaction.priority + 10' } } },
};

const send = {
  entry: { type: 'entry', ports: { next: 'send' } },
  send: { type: 'send-email', ports: { sent: 'stop' } },
  stop: { type: 'stop-interaction', config: { reason: 'handed over' } },
};
