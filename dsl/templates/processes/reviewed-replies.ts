import { emptiedBy, errorHeld, routeOrAgain } from '../parts.ts';
import type { ProcessTemplate } from '../template.ts';

/** Replies of a group wait in the workbin of reviewers before they go out; what comes back goes to its author. */
export const reviewedReplies: ProcessTemplate = {
  slots: {
    group: { kind: 'agentGroups', wish: 'E-mail' },
    reviewers: { kind: 'agentGroups', wish: 'Review' },
  },
  make: (name, { group = '', reviewers = '' }) => ({
    format: 1,
    name,
    // endpoints of active processes may not share a name
    endpoints: { [name]: { media: 'email', queue: 'Inbound' } },
    queues: {
      ErrorHeld: errorHeld,
      Inbound: emptiedBy('Receive', 'New messages, and those nobody took in time.'),
      Replies: emptiedBy('Choose for review', 'What agents answered.'),
      Review: { description: 'Replies that wait for a reviewer.', workbin: { owner: 'agent-group' } },
      Reviewed: emptiedBy('Send', 'Replies that may go out.'),
      Rework: { description: 'Replies that could not go out, at their authors.', workbin: { owner: 'agent' } },
    },
    strategies: {
      Receive: {
        blocks: {
          entry: { type: 'entry', ports: { next: 'route' } },
          ...routeOrAgain(group, 'Replies'),
        },
      },
      'Choose for review': choose(reviewers),
      Send: {
        description: 'Sends; what cannot be sent goes back to its author.',
        blocks: {
          entry: { type: 'entry', ports: { next: 'send' } },
          send: { type: 'send-email', ports: { sent: 'stop', error: 'rework' } },
          stop: { type: 'stop-interaction', config: { reason: 'sent' } },
          rework: {
            type: 'workbin',
            name: 'Back to its author',
            config: { workbin: 'Rework', inQueues: ['Replies'] },
            ports: { error: 'held' },
          },
          held: { type: 'queue-interaction', name: 'For a person to look at', config: { queue: 'ErrorHeld' } },
        },
      },
    },
  }),
};

function choose(reviewers: string) {
  return {
    description: 'One reply in ten is reviewed, and every one about a complaint.',
    blocks: {
      entry: { type: 'entry', ports: { next: 'share' } },
      share: {
        type: 'if',
        name: 'For review?',
        config: {
          condition: { js: "data.CtgName === 'Complaint' || Number.parseInt(interaction.id.slice(-2), 16) < 26" },
        },
        ports: { true: 'review', false: 'release', error: 'review' },
      },
      review: {
        type: 'workbin',
        name: 'To the reviewers',
        config: { workbin: 'Review', owner: reviewers, inQueues: ['Reviewed'], outQueues: ['Replies'] },
        ports: { error: 'release' },
      },
      release: { type: 'queue-interaction', name: 'Release', config: { queue: 'Reviewed' } },
    },
  };
}
