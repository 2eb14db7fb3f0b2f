import { emptiedBy, errorHeld, sendStrategy } from '../parts.ts';
import type { ChosenNames, ProcessTemplate } from '../template.ts';

/** A screening rule puts aside what is unwanted, a model says what the rest is about, and the group of its topic gets it. */
export const screenClassifyRoute: ProcessTemplate = {
  slots: {
    rule: { kind: 'screeningRules', wish: 'Prize and lottery' },
    model: { kind: 'models', wish: 'Requests' },
    acknowledgement: { kind: 'responses', wish: 'Acknowledgement' },
    group: { kind: 'agentGroups', wish: 'E-mail' },
    specialists: { kind: 'agentGroups', wish: 'Complaints' },
  },
  make: (name, { rule = '', model = '', acknowledgement = '', ...groups }) => ({
    format: 1,
    name,
    // endpoints of active processes may not share a name
    endpoints: { [name]: { media: 'email', queue: 'Inbound' } },
    queues: {
      ErrorHeld: errorHeld,
      Inbound: emptiedBy('Read', 'New messages.'),
      Distribution: emptiedBy('Distribute', 'Read messages that wait for an agent.'),
      Outbound: emptiedBy('Send', 'Acknowledgements and replies on their way out.'),
      Rejected: { description: 'Put aside by the screening rule; looked through once a day.', parking: true },
    },
    strategies: {
      Read: {
        description: 'Finds out what a message is about.',
        blocks: {
          entry: { type: 'entry', ports: { next: 'screen' } },
          screen: {
            type: 'screen',
            name: 'Unwanted?',
            config: { rule },
            ports: { matched: 'reject', 'not-matched': 'classify', error: 'classify' },
          },
          reject: { type: 'queue-interaction', name: 'Put aside', config: { queue: 'Rejected' } },
          classify: {
            type: 'classify',
            name: 'What is it about?',
            config: { model, minimumConfidence: 60 },
            ports: { classified: 'acknowledge', unknown: 'acknowledge', error: 'acknowledge' },
          },
          acknowledge: {
            type: 'acknowledgement',
            config: { response: acknowledgement, queue: 'Outbound' },
            ports: { sent: 'distribute', error: 'distribute' },
          },
          distribute: { type: 'queue-interaction', config: { queue: 'Distribution' } },
        },
      },
      Distribute: distribute(groups),
      Send: sendStrategy,
    },
  }),
};

function distribute({ group = '', specialists = '' }: ChosenNames) {
  const queues = { inQueues: ['Distribution'], outQueues: ['Outbound'] };
  return {
    description: 'Looks for an agent of the topic first, then for anybody.',
    blocks: {
      entry: { type: 'entry', ports: { next: 'topic' } },
      topic: {
        type: 'classification-segmentation',
        name: 'Which topic?',
        config: { minimumRelevancy: 60, segments: [{ port: 'special', categories: ['Complaint', 'Billing'] }] },
        ports: { special: 'specialists', default: 'anybody' },
      },
      specialists: {
        type: 'route-interaction',
        name: 'To who knows the topic',
        config: { targets: [{ agentGroup: specialists }], timeoutSeconds: 300, ...queues },
        ports: { timeout: 'anybody' },
      },
      anybody: {
        type: 'route-interaction',
        name: 'To anybody',
        config: { targets: [{ agentGroup: group }], timeoutSeconds: 300, ...queues },
        ports: { timeout: 'again' },
      },
      again: {
        type: 'queue-interaction',
        name: 'Try again, sooner',
        config: { queue: 'Distribution', priority: { js: 'interaction.priority + 10' } },
      },
    },
  };
}
