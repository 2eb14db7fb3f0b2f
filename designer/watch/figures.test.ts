import { expect, test } from 'vitest';
import { businessProcessSchema } from '#dsl/document/business-process.ts';
import type { Flow, Traffic } from '#dsl/protocol/traffic.ts';
import { processGraph } from '../process/process-graph.ts';
import { errorShare, levelOf, wordsOf } from './figure.ts';
import { focusOf, processFigures } from './process-figures.ts';
import { strategyFigures } from './strategy-figures.ts';

const flow = (hour: number, errors = 0): Flow => ({ five: hour, hour, errors });
const idle = { count: 0, oldestAt: null, averageAt: null };

const process = businessProcessSchema.parse({
  format: 1,
  name: 'P',
  endpoints: { default: { media: 'email', queue: 'In' } },
  queues: { In: { views: { All: { submitter: { strategy: 'Sort' } } } }, Held: { parking: true } },
  strategies: {
    Sort: {
      blocks: {
        entry: { type: 'entry', config: {}, ports: { next: 'route' } },
        route: {
          type: 'route-interaction',
          config: { targets: [{ agentGroup: 'Mail' }], timeoutSeconds: 60 },
          ports: { timeout: 'held', error: 'held' },
        },
        held: { type: 'queue-interaction', config: { queue: 'Held' } },
      },
    },
  },
});

const traffic: Traffic = {
  minutes: 60,
  queues: {
    In: {
      arrivals: flow(10),
      leaving: flow(8),
      sources: { 'media:email default': flow(9), agent: flow(1) },
      views: { All: { taken: flow(8, 2), underWay: { ...idle, count: 3 } } },
    },
    Held: { arrivals: flow(2, 2), leaving: flow(0), sources: { 'strategy:Sort': flow(2, 2) }, views: {} },
  },
  strategies: {
    Sort: {
      runs: flow(5, 2),
      underWay: { ...idle, count: 3 },
      stops: flow(0),
      blocks: { route: { here: 3, ports: { routed: flow(3), timeout: flow(1), error: flow(1) } } },
    },
  },
  series: null,
};

const graph = processGraph(process);
const figures = processFigures({ process, graph, traffic, counts: undefined });
const wire = (from: string, to: string) => figures.get(`wire:${from}>${to}`);

test('objects of a process show what came in, what left and what went wrong', () => {
  expect(figures.get('queue:In')).toMatchObject({
    flow: { hour: 10 },
    leaving: { hour: 8 },
    of: { hour: 8, errors: 2 },
  });
  expect(figures.get('submitter:In/All')).toMatchObject({ flow: { hour: 8, errors: 2 }, now: 3 });
  expect(figures.get('strategy:Sort')).toMatchObject({ flow: { hour: 5, errors: 2 }, now: 3 });
  expect(figures.get('agent-group:Mail')).toBeUndefined();
});

test('wires show what goes along them, to agents what was routed', () => {
  expect(wire('endpoint:default', 'queue:In')).toMatchObject({ flow: { hour: 9 } });
  expect(wire('view:In/All', 'submitter:In/All')).toMatchObject({ flow: { hour: 8 } });
  expect(wire('strategy:Sort', 'queue:Held')).toMatchObject({ flow: { hour: 2, errors: 2 } });
  expect(wire('strategy:Sort', 'agent-group:Mail')).toMatchObject({ flow: { hour: 3 } });
});

test('blocks of a strategy show their passes, and error wires the share they take', () => {
  const wires = ['timeout', 'error'].map((port) => ({
    id: port,
    from: 'route',
    port,
    to: 'held',
    kind: 'branch' as const,
  }));
  const shown = strategyFigures(traffic.strategies['Sort'], [{ id: 'route' }, { id: 'held' }], wires);

  expect(shown.get('route')).toMatchObject({ flow: { hour: 5, errors: 1 }, now: 3 });
  expect(shown.get('held')).toMatchObject({ flow: { hour: 0 }, now: 0 });
  const [timeout, error] = wires.map(({ id }) => shown.get(id));
  expect(timeout !== undefined && errorShare(timeout)).toBe(0);
  expect(error !== undefined && errorShare(error)).toBe(0.2);
});

test('says in words what the numbers show', () => {
  expect(wordsOf({ flow: { five: 21, hour: 90, errors: 9 }, now: 0, oldestAt: null }, 30)).toBe(
    '0 now, 4.2 per minute over 5 minutes, 3 per minute over an hour, 10 % errors over an hour',
  );
  expect(levelOf({ flow: flow(100, 4) })).toBe('some');
  expect(levelOf({ flow: flow(100, 5) })).toBe('many');
  expect(levelOf({ flow: flow(0) })).toBe('none');
});

test('asks the server for what is selected, and for nothing where there are no figures', () => {
  const focus = (id: string) => graph.nodes.flatMap((node) => (node.id === id ? [focusOf(node)] : []))[0];
  expect(focus('submitter:In/All')).toEqual({ queue: 'In', view: 'All' });
  expect(focus('strategy:Sort')).toEqual({ strategy: 'Sort' });
  expect(focus('endpoint:default')).toBeUndefined();
  expect(focus('agent-group:Mail')).toBeUndefined();
});
