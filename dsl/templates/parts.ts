/** Settings of an Entry-to-exit pair that templates share: the strategy of an outbound queue. */
export const sendStrategy = {
  description: 'Sends; what the mail server refuses for good waits for a person.',
  blocks: {
    entry: { type: 'entry', ports: { next: 'send' } },
    send: { type: 'send-email', name: 'Send', ports: { sent: 'stop', error: 'held' } },
    stop: { type: 'stop-interaction', name: 'Sent', config: { reason: 'sent' } },
    held: { type: 'queue-interaction', name: 'For a person to look at', config: { queue: 'ErrorHeld' } },
  },
};

/** A queue whose view hands everything to a strategy. */
export function emptiedBy(strategy: string, description: string) {
  return { description, views: { All: { submitter: { strategy, maxInFlight: 200 } } } };
}

/** Holds interactions whose strategy failed. */
export const errorHeld = { description: 'Interactions whose strategy failed, with the reason.', parking: true };

/** Five minutes with a group; what nobody took in time goes back to "Inbound", ahead of others. Replies go to `outQueue`. */
export function routeOrAgain(group: string, outQueue: string) {
  return {
    route: {
      type: 'route-interaction',
      config: {
        targets: [{ agentGroup: group }],
        timeoutSeconds: 300,
        inQueues: ['Inbound'],
        outQueues: [outQueue],
      },
      ports: { timeout: 'again' },
    },
    again: {
      type: 'queue-interaction',
      config: { queue: 'Inbound', priority: { js: 'interaction.priority + 10' } },
    },
  };
}
