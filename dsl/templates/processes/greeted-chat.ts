import { emptiedBy, errorHeld } from '../parts.ts';
import type { ChosenNames, ProcessTemplate } from '../template.ts';

/** A chat is greeted once and told to wait, with the place in line, until an agent of a group takes it. */
export const greetedChat: ProcessTemplate = {
  slots: {
    greeting: { kind: 'responses', wish: 'Chat greeting' },
    waiting: { kind: 'responses', wish: 'Chat please wait' },
    group: { kind: 'agentGroups', wish: 'Chat' },
  },
  make: (name, chosen) => ({
    format: 1,
    name,
    // endpoints of active processes may not share a name
    endpoints: { [name]: { media: 'chat', queue: 'Chats' } },
    queues: {
      ErrorHeld: errorHeld,
      Chats: emptiedBy('Welcome', 'Customers who wait for an agent.'),
      Ended: emptiedBy('End', 'Chats that are over.'),
    },
    strategies: {
      Welcome: welcome(chosen),
      End: {
        description: 'Stops the chat; a block before it could mail the transcript.',
        blocks: {
          entry: { type: 'entry', ports: { next: 'stop' } },
          stop: { type: 'stop-interaction', name: 'The chat is over', config: { reason: 'chat ended' } },
        },
      },
    },
  }),
};

function welcome({ greeting = '', waiting = '', group = '' }: ChosenNames) {
  const rules = (field: string, operator: string, value?: string) => ({
    condition: { combinator: 'and' as const, rules: [{ field, operator, ...(value !== undefined && { value }) }] },
  });
  return {
    description: 'Greets once, looks for an agent and keeps the customer informed meanwhile.',
    blocks: {
      entry: { type: 'entry', ports: { next: 'online' } },
      online: {
        type: 'if',
        name: 'Still there?',
        config: rules('data.IsOnline', '!=', '0'),
        ports: { true: 'greeted', false: 'ended' },
      },
      greeted: {
        type: 'if',
        name: 'Greeted before?',
        config: rules('data.Greeted', 'notNull'),
        ports: { true: 'distribute', false: 'greet' },
      },
      greet: {
        type: 'chat-message',
        name: 'Say hello',
        config: { response: greeting },
        ports: { said: 'remember', error: 'ended' },
      },
      remember: {
        type: 'attach-data',
        name: 'Greet once',
        config: { entries: [{ key: 'Greeted', value: 'yes' }] },
        ports: { next: 'distribute', error: 'distribute' },
      },
      distribute: {
        type: 'route-interaction',
        name: 'Find an agent',
        config: { targets: [{ agentGroup: group }], timeoutSeconds: 30, inQueues: ['Ended'] },
        ports: { timeout: 'wait' },
      },
      wait: {
        type: 'chat-message',
        name: 'Please wait',
        config: { response: waiting, kind: 'notice' },
        ports: { said: 'distribute', error: 'ended' },
      },
      ended: { type: 'queue-interaction', name: 'To the end', config: { queue: 'Ended' } },
    },
  };
}
