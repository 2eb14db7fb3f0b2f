import { expect, test } from 'vitest';
import { aProcess } from '#test/support/a-process.ts';
import { referencesOf } from './references-of.ts';

const process = aProcess({
  strategies: {
    Main: {
      blocks: {
        entry: { type: 'entry', ports: { next: 'ack' } },
        ack: {
          type: 'acknowledgement',
          config: { response: 'Thanks', queue: { js: 'data.Queue' } },
          ports: { sent: 'route' },
        },
        route: {
          type: 'route-interaction',
          config: { targets: [{ agentGroup: 'G' }, { agent: 'ada' }], outQueues: ['Out'] },
        },
      },
      tests: { 'goes to the group': { expect: { queue: 'In' } } },
    },
  },
});

test('finds every use of a name with its place, and leaves out what expressions compute', () => {
  expect(referencesOf(process).map(({ kind, name, path }) => `${kind} ${name}: ${path.join('.')}`)).toEqual([
    'queue ErrorHeld: errorQueue',
    'queue In: endpoints.default.queue',
    'strategy Main: queues.In.views.All.submitter.strategy',
    'response Thanks: strategies.Main.blocks.ack.config.response',
    'agent-group G: strategies.Main.blocks.route.config.targets.0.agentGroup',
    'agent ada: strategies.Main.blocks.route.config.targets.1.agent',
    'queue Out: strategies.Main.blocks.route.config.outQueues.0',
    'queue In: strategies.Main.tests.goes to the group.expect.queue',
  ]);
});
