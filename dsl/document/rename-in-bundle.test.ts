import { expect, test } from 'vitest';
import { bundleSchema } from './bundle.ts';
import { renameInBundle } from './rename-in-bundle.ts';

const bundle = bundleSchema.parse({
  format: 1,
  kind: 'bundle',
  process: {
    format: 1,
    name: 'P',
    strategies: {
      Main: {
        blocks: {
          ack: { type: 'acknowledgement', config: { response: 'Received', queue: 'Out' } },
          route: {
            type: 'route-interaction',
            config: { targets: [{ agentGroup: 'First' }, { agentGroup: 'Second' }] },
          },
        },
      },
    },
  },
  responses: [{ name: 'Received', text: 'Received' }],
  agentGroups: [{ name: 'First', members: [] }],
});

test('gives documents another name and lets the process follow, and nothing else that is spelt alike', () => {
  const renamed = renameInBundle(bundle, [
    { kind: 'process', from: 'P', to: 'Q' },
    { kind: 'response', from: 'Received', to: 'Got it' },
    { kind: 'agent-group', from: 'First', to: 'Primary' },
    { kind: 'list', from: 'none', to: 'nothing' },
    { kind: 'constructor', from: 'First', to: 'x' },
  ]);

  expect(renamed.process).toMatchObject({
    name: 'Q',
    strategies: {
      Main: {
        blocks: {
          ack: { config: { response: 'Got it', queue: 'Out' } },
          route: { config: { targets: [{ agentGroup: 'Primary' }, { agentGroup: 'Second' }] } },
        },
      },
    },
  });
  expect(renamed.responses).toMatchObject([{ name: 'Got it', text: 'Received' }]);
  expect(renamed.agentGroups).toMatchObject([{ name: 'Primary' }]);
  expect(bundle.process).toMatchObject({ name: 'P' });
});
