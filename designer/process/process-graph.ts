import type { Reference } from '#dsl/block/block.ts';
import { effectsOf } from '#dsl/block/effects.ts';
import { blockByType } from '#dsl/blocks/index.ts';
import type { BusinessProcess } from '#dsl/document/business-process.ts';
import type { Strategy } from '#dsl/document/strategy.ts';
import type { CanvasCard, CanvasWire } from '../canvas/canvas-parts.ts';
import { objectId, type ProcessObject } from '../commands/process-object.ts';

/** Kinds of what stands on the process canvas: objects of the document, and whom its strategies route to. */
export type ObjectKind = ProcessObject['kind'] | 'workbin' | 'agent-group' | 'agent' | 'skill' | 'stop';

/** Something on the process canvas, before it has a place. */
export interface ProcessNode {
  readonly id: string;
  readonly kind: ObjectKind;
  readonly name: string;
  /** The object of the document; `undefined` for what only follows from strategies. */
  readonly object: ProcessObject | undefined;
  readonly width: number;
  readonly height: number;
  readonly shape: CanvasCard['shape'];
  readonly hue: string;
  readonly hasEntrance: boolean;
  readonly ports: readonly { readonly name: string }[];
}

/** What of a process its canvas draws. */
export type DrawnParts = Pick<BusinessProcess, 'endpoints' | 'queues' | 'strategies'>;

/** The process as a graph, from the left to the right. */
export interface ProcessGraph {
  readonly nodes: readonly ProcessNode[];
  readonly wires: readonly CanvasWire[];
  /** By wires that leave a strategy for agents or another strategy: the blocks that lead along them. */
  readonly carriers: ReadonlyMap<string, readonly string[]>;
}

const looks: Readonly<Record<ObjectKind, Pick<ProcessNode, 'width' | 'height' | 'shape' | 'hue' | 'hasEntrance'>>> = {
  endpoint: { width: 136, height: 56, shape: 'endpoint', hue: '--sb-content', hasEntrance: false },
  queue: { width: 200, height: 72, shape: 'queue', hue: '--sb-mail', hasEntrance: true },
  workbin: { width: 200, height: 72, shape: 'workbin', hue: '--sb-routing', hasEntrance: true },
  view: { width: 164, height: 56, shape: 'view', hue: '--sb-segmentation', hasEntrance: true },
  submitter: { width: 48, height: 48, shape: 'submitter', hue: '--sb-flow', hasEntrance: true },
  strategy: { width: 200, height: 72, shape: 'strategy', hue: '--sb-data', hasEntrance: true },
  'agent-group': { width: 196, height: 56, shape: 'agents', hue: '--sb-routing', hasEntrance: true },
  agent: { width: 176, height: 56, shape: 'agents', hue: '--sb-routing', hasEntrance: true },
  skill: { width: 196, height: 56, shape: 'agents', hue: '--sb-routing', hasEntrance: true },
  stop: { width: 92, height: 52, shape: 'stop', hue: '--sb-bad', hasEntrance: true },
};

const exit = 'out';

/**
 * Reads the graph off the document: wires to queues and agents follow from what the blocks of strategies refer to. Each queue
 * begins a pass of its own, and so a row of the canvas.
 */
export function processGraph(process: DrawnParts): ProcessGraph {
  const nodes = new Map<string, ProcessNode>();
  const wires = new Map<string, CanvasWire>();
  const add = (kind: ObjectKind, name: string, object?: ProcessObject): string => {
    const id = object === undefined ? `${kind}:${name}` : objectId(object);
    if (!nodes.has(id)) nodes.set(id, nodeOf(id, kind, name, object));
    return id;
  };
  const carriers = new Map<string, string[]>();
  const wire: Wire = (from, to, dress = {}, block): void => {
    const id = `wire:${from}>${to}`;
    if (block !== undefined) carriers.set(id, [...(carriers.get(id) ?? []), block]);
    const known = wires.get(id);
    // a way of the interaction itself outweighs one of something new
    if (known !== undefined && (known.isSide !== true || dress.isSide === true)) return;
    wires.set(id, { id, from, port: exit, to, kind: 'plain', isDerived: true, ...dress });
  };
  for (const [name, endpoint] of Object.entries(process.endpoints)) {
    const id = add('endpoint', name, { kind: 'endpoint', name });
    if (Object.hasOwn(process.queues, endpoint.queue)) {
      wire(id, objectId({ kind: 'queue', name: endpoint.queue }), { isDerived: false });
    }
  }
  for (const name of Object.keys(process.queues)) addQueue(process, name, add, wire);
  for (const [name, strategy] of Object.entries(process.strategies)) {
    const id = add('strategy', name, { kind: 'strategy', name });
    addStrategyWires({ id, strategy, process, add, wire });
  }
  return {
    nodes: [...nodes.values()],
    wires: [...wires.values()].filter(({ from, to }) => nodes.has(from) && nodes.has(to)),
    carriers,
  };
}

type Add = (kind: ObjectKind, name: string, object?: ProcessObject) => string;
type Wire = (from: string, to: string, dress?: Partial<CanvasWire>, block?: string) => void;

function addQueue(process: DrawnParts, name: string, add: Add, wire: Wire): void {
  const isWorkbin = process.queues[name]?.workbin !== undefined;
  const queueId = add(isWorkbin ? 'workbin' : 'queue', name, { kind: 'queue', name });
  for (const [view, { submitter }] of Object.entries(process.queues[name]?.views ?? {})) {
    const viewId = add('view', view, { kind: 'view', queue: name, name: view });
    wire(queueId, viewId);
    if (submitter === undefined) continue;
    const submitterId = add('submitter', view, { kind: 'submitter', queue: name, name: view });
    wire(viewId, submitterId, { isDerived: false });
    if (Object.hasOwn(process.strategies, submitter.strategy)) {
      wire(submitterId, objectId({ kind: 'strategy', name: submitter.strategy }), { isDerived: false });
    }
  }
}

function addStrategyWires(parts: {
  readonly id: string;
  readonly strategy: Strategy;
  readonly process: DrawnParts;
  readonly add: Add;
  readonly wire: Wire;
}): void {
  const { id, strategy, process, add, wire } = parts;
  for (const [blockId, instance] of Object.entries(strategy.blocks)) {
    const block = blockByType(instance.type);
    const config = block?.config.safeParse(instance.config);
    if (block === undefined || config?.success !== true) continue;
    const { places, waits } = effectsOf(block, config.data);
    const uses = block.references(config.data);
    const people = peopleOf(uses, config.data).map(({ kind, name }) => add(kind, name));
    for (const person of people) wire(id, person, {}, blockId);
    const holders = uses.flatMap((use) =>
      use.workbin === undefined ? [] : [objectId({ kind: 'queue', name: use.name })],
    );
    for (const use of uses) {
      if (use.kind === 'strategy')
        wire(id, objectId({ kind: 'strategy', name: use.name }), { isSide: true, isLoose: true }, blockId);
      if (use.kind !== 'queue' || !Object.hasOwn(process.queues, use.name)) continue;
      const queue = objectId({ kind: 'queue', name: use.name });
      const isLater = use.path[0] === 'inQueues' || use.path[0] === 'outQueues';
      if (people.length === 0 && !(isLater && holders.length > 0))
        wire(id, queue, { isLoose: true, ...(!places && { isSide: true }) });
      // what agents make goes on from them, or from the workbin they pull from; what they may put back is said by the inspector
      if (use.path[0] === 'outQueues')
        for (const person of [...people, ...holders]) wire(person, queue, { isSide: true, isLoose: true });
    }
    const isEnd = places && !waits && block.call !== undefined && uses.length === 0;
    if (isEnd) wire(id, add('stop', ''));
  }
}

/** Whom a block routes to: agents and groups by name, else by skill. */
function peopleOf(
  uses: readonly Reference[],
  config: Readonly<Record<string, unknown>>,
): readonly { readonly kind: 'agent-group' | 'agent' | 'skill'; readonly name: string }[] {
  const named = uses.flatMap(({ kind, name }) => (kind === 'agent-group' || kind === 'agent' ? [{ kind, name }] : []));
  return [...named, ...skillsOf(config).map((name) => ({ kind: 'skill' as const, name }))];
}

// targets by skill name nobody; their expression is what the card shows
function skillsOf(config: Readonly<Record<string, unknown>>): string[] {
  const { targets } = config;
  if (!Array.isArray(targets)) return [];
  return targets.flatMap((target: unknown) =>
    typeof target === 'object' && target !== null && 'skill' in target && typeof target.skill === 'string'
      ? [target.skill]
      : [],
  );
}

function nodeOf(id: string, kind: ObjectKind, name: string, object: ProcessObject | undefined): ProcessNode {
  const hasExit = kind !== 'stop';
  return { id, kind, name, object, ...looks[kind], ports: hasExit ? [{ name: exit }] : [] };
}
