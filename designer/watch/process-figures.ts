import type { BusinessProcess } from '#dsl/document/business-process.ts';
import type { Counts } from '#dsl/protocol/processes.ts';
import type { Flow, Traffic, TrafficFocus } from '#dsl/protocol/traffic.ts';
import type { CanvasWire } from '../canvas/canvas-parts.ts';
import type { ProcessGraph, ProcessNode } from '../process/process-graph.ts';
import { type Figure, noFlow, sumOf } from './figure.ts';

/** What the canvas of a process is drawn from. */
export interface WatchedProcess {
  readonly process: BusinessProcess;
  readonly graph: ProcessGraph;
  readonly traffic: Traffic;
  readonly counts: Counts | undefined;
}

/** What of the server's figures an object is about, minute by minute; undefined for what has none. */
export function focusOf({ kind, object }: Pick<ProcessNode, 'kind' | 'object'>): TrafficFocus | undefined {
  if (object === undefined || kind === 'endpoint') return undefined;
  switch (object.kind) {
    case 'queue':
      return { queue: object.name };
    case 'strategy':
      return { strategy: object.name };
    case 'view':
    case 'submitter':
      return { queue: object.queue, view: object.name };
    case 'endpoint':
      return undefined;
  }
}

/** Figures of the objects and wires of a process, by their ids; agents and whoever is not counted have none. */
export function processFigures(watched: WatchedProcess): ReadonlyMap<string, Figure> {
  const { graph } = watched;
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const figures = new Map<string, Figure>();
  for (const node of graph.nodes) {
    const figure = ofNode(node, watched);
    if (figure !== undefined) figures.set(node.id, figure);
  }
  for (const wire of graph.wires) {
    const [from, to] = [nodes.get(wire.from), nodes.get(wire.to)];
    if (from === undefined || to === undefined) continue;
    const flow = ofWire(wire, from, to, watched);
    if (flow !== undefined) figures.set(wire.id, { flow });
  }
  return figures;
}

function ofNode(node: ProcessNode, { process, traffic, counts }: WatchedProcess): Figure | undefined {
  const { object } = node;
  if (object === undefined) return undefined;
  switch (object.kind) {
    case 'endpoint':
      return { flow: ofEndpoint(object.name, process, traffic) };
    case 'queue': {
      const there = traffic.queues[object.name];
      const stands = counts?.queues[object.name];
      return {
        flow: there?.arrivals ?? noFlow,
        leaving: there?.leaving ?? noFlow,
        of: sumOf(Object.values(there?.views ?? {}).map(({ taken }) => taken)),
        now: (stands?.queued ?? 0) + (stands?.held ?? 0),
        oldestAt: stands?.oldestAt ?? null,
        averageAt: stands?.averageAt ?? null,
      };
    }
    case 'view':
    case 'submitter': {
      const view = traffic.queues[object.queue]?.views[object.name];
      if (object.kind === 'view') return { flow: view?.taken ?? noFlow };
      return { flow: view?.taken ?? noFlow, ...standing(view?.underWay) };
    }
    case 'strategy': {
      const strategy = traffic.strategies[object.name];
      return { flow: strategy?.runs ?? noFlow, ...standing(strategy?.underWay) };
    }
  }
}

function standing(underWay: Traffic['strategies'][string]['underWay'] | undefined) {
  const { count, oldestAt, averageAt } = underWay ?? { count: 0, oldestAt: null, averageAt: null };
  return { now: count, oldestAt, averageAt };
}

function ofEndpoint(name: string, process: BusinessProcess, traffic: Traffic): Flow {
  const endpoint = process.endpoints[name];
  return traffic.queues[endpoint?.queue ?? '']?.sources[`media:${endpoint?.media ?? ''} ${name}`] ?? noFlow;
}

function ofWire(
  wire: CanvasWire,
  from: ProcessNode,
  to: ProcessNode,
  { process, graph, traffic }: WatchedProcess,
): Flow | undefined {
  const { object } = from;
  if (object?.kind === 'endpoint') return ofEndpoint(object.name, process, traffic);
  if (to.object?.kind === 'view') return traffic.queues[to.object.queue]?.views[to.object.name]?.taken ?? noFlow;
  if (object?.kind === 'view' || object?.kind === 'submitter')
    return traffic.queues[object.queue]?.views[object.name]?.taken ?? noFlow;
  if (to.object?.kind === 'queue') {
    const { sources = {} } = traffic.queues[to.object.name] ?? {};
    return object?.kind === 'strategy' ? (sources[`strategy:${object.name}`] ?? noFlow) : undefined;
  }
  if (object?.kind !== 'strategy') return undefined;
  const there = traffic.strategies[object.name];
  if (to.kind === 'stop') return there?.stops ?? noFlow;
  // to agents and to other strategies: by the blocks that lead there, unless they failed or nobody was found in time
  const blocks = graph.carriers.get(wire.id) ?? [];
  return sumOf(
    blocks.flatMap((block) =>
      Object.entries(there?.blocks[block]?.ports ?? {}).flatMap(([port, flow]) => (unreached.has(port) ? [] : [flow])),
    ),
  );
}

const unreached: ReadonlySet<string> = new Set(['error', 'timeout', '']);
