import { expect, test } from 'vitest';
import { aProcess, aProcessWith } from '#test/support/a-process.ts';
import { diffProcesses } from './diff-processes.ts';

const entry = { type: 'entry', ports: { next: 'route' } };
const stop = { type: 'stop-interaction', name: 'Done' };
const route = (config: object, ports: Record<string, string> = { timeout: 'stop' }) => ({
  type: 'route-interaction',
  name: 'Distribute',
  config: { targets: [{ agentGroup: 'G' }], ...config },
  ports,
});

function messages(before: Parameters<typeof diffProcesses>[0], after: Parameters<typeof diffProcesses>[1]) {
  return diffProcesses(before, after).map(({ message }) => message);
}

test('finds nothing between equal processes, also when a default is written out', () => {
  const before = aProcessWith({ entry, route: route({}), stop });
  const after = aProcessWith({ stop, route: route({ timeoutSeconds: 60 }), entry });

  expect(diffProcesses(before, after)).toEqual([]);
});

test('says which block is new and which is gone', () => {
  const before = aProcessWith({ entry, route: route({}), stop });
  const after = aProcessWith({
    entry,
    route: route({}),
    stop,
    ask: { type: 'screen', name: 'Spam?', config: { rule: 'Spam' } },
  });

  expect(messages(before, after)).toEqual(['Block "Spam?" (Screen) of "Main" is new.']);
  expect(diffProcesses(after, before)).toEqual([
    {
      kind: 'removed',
      path: ['strategies', 'Main', 'blocks', 'ask'],
      strategy: 'Main',
      block: 'ask',
      message: 'Block "Spam?" (Screen) of "Main" is gone.',
    },
  ]);
});

test('names a setting as its form does, with its value before and after', () => {
  const before = aProcessWith({ entry, route: route({ timeoutSeconds: 60 }), stop });
  const after = aProcessWith({ entry, route: route({ timeoutSeconds: { js: 'vars.wait' }, priority: 5 }), stop });

  expect(messages(before, after)).toEqual([
    'Block "Distribute" of "Main": priority is now 5.',
    'Block "Distribute" of "Main": timeout was 60, is {vars.wait}.',
  ]);
});

test('says where a wire led and where it leads', () => {
  const before = aProcessWith({ entry, route: route({}), stop });
  const after = aProcessWith({ entry, route: route({}, { error: 'stop' }), stop });

  expect(messages(before, after)).toEqual([
    'Block "Distribute" of "Main": port "error" led nowhere, leads to "Done".',
    'Block "Distribute" of "Main": port "timeout" led to "Done", leads nowhere.',
  ]);
});

test('tells queues, views, endpoints, strategies and the process itself apart', () => {
  const before = aProcess();
  const after = aProcess({
    name: 'Test 2',
    endpoints: { default: { media: 'email', queue: 'In' }, web: { media: 'chat', queue: 'In' } },
    queues: {
      In: { description: 'Comes in', views: { All: { order: ['receivedAt'], submitter: { strategy: 'Main' } } } },
      ErrorHeld: { parking: true },
      Out: { parking: true },
    },
    strategies: { ...before.strategies, Send: { blocks: {} } },
  });

  expect(messages(before, after)).toEqual([
    'The process: name was "Test", is "Test 2".',
    'Endpoint "web" is new.',
    'Queue "In": description is now "Comes in".',
    'View "All" of queue "In": order was ["priority desc","receivedAt"], is ["receivedAt"].',
    'Queue "Out" is new.',
    'Strategy "Send" is new.',
  ]);
});
