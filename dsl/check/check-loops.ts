import type { BusinessProcess } from '../document/business-process.ts';
import type { Diagnostic } from '../errors/diagnostic.ts';
import { blockTitle, diagnosticAt } from './diagnostic-at.ts';
import { effectsOfBlock } from './effects-of-block.ts';
import { entriesOf, type ReadBlock, type ReadStrategy, wireOf } from './read-strategy.ts';
import { strongComponents } from './strong-components.ts';

interface Vertex {
  readonly read: ReadStrategy;
  readonly block: ReadBlock;
}

/**
 * Loops in which no time passes: within a strategy, or from queue to strategy and back. One that only an error leaves is
 * an error; one with a condition to leave by may be meant, so it is a warning.
 */
export function checkLoops(process: BusinessProcess, strategies: ReadonlyMap<string, ReadStrategy>): Diagnostic[] {
  const vertices = new Map<string, Vertex>();
  for (const read of strategies.values()) {
    for (const block of read.blocks.values()) {
      if (!effectsOfBlock(block, strategies).waits) vertices.set(keyOf(read.name, block.id), { read, block });
    }
  }
  const next = (key: string) => successors(process, strategies, vertices.get(key)).filter((one) => vertices.has(one));
  return strongComponents(vertices.keys(), next).flatMap((loop) => {
    const members = loop.flatMap((key) => vertices.get(key) ?? []);
    return describeLoop(members, loopHasWayOut(process, strategies, members));
  });
}

function keyOf(strategy: string, block: string): string {
  return JSON.stringify([strategy, block]);
}

function successors(
  process: BusinessProcess,
  strategies: ReadonlyMap<string, ReadStrategy>,
  vertex: Vertex | undefined,
): string[] {
  if (vertex === undefined) return [];
  const { read, block } = vertex;
  const wires = block.ports.flatMap((port) => wireOf(block, port) ?? []).map((id) => keyOf(read.name, id));
  return [...wires, ...resubmissions(process, strategies, block), ...switches(strategies, block)];
}

/** Entry of the strategy that a block switches to. */
function switches(strategies: ReadonlyMap<string, ReadStrategy>, { block, config }: ReadBlock): string[] {
  if (block.entersBy !== 'switch') return [];
  return block
    .references(config)
    .filter(({ kind }) => kind === 'strategy')
    .flatMap(({ name }) => strategies.get(name) ?? [])
    .flatMap((read) => entriesOf(read).map(({ id }) => keyOf(read.name, id)));
}

/** Entries of the strategies that take the interaction from the queue a block places it in. */
function resubmissions(
  process: BusinessProcess,
  strategies: ReadonlyMap<string, ReadStrategy>,
  { block, config }: ReadBlock,
): string[] {
  if (block.call?.places !== true) return [];
  // what agents may do with it later is no way of the strategy
  const queues = block
    .references(config)
    .filter(({ kind, path }) => kind === 'queue' && path[0] !== 'inQueues' && path[0] !== 'outQueues');
  return (
    queues
      .flatMap(({ name }) => Object.values(process.queues[name]?.views ?? {}))
      .filter((view) => view.enabled && view.submitter?.enabled === true)
      // it waits in the queue for its due time
      .filter((view) => view.scheduling !== 'due' || !givesDueTime(config))
      .flatMap((view) => strategies.get(view.submitter?.strategy ?? '') ?? [])
      .flatMap((read) => entriesOf(read).map(({ id }) => keyOf(read.name, id)))
  );
}

function givesDueTime(config: object): boolean {
  return 'dueAt' in config || ('dueInMinutes' in config && config.dueInMinutes !== 0);
}

function loopHasWayOut(
  process: BusinessProcess,
  strategies: ReadonlyMap<string, ReadStrategy>,
  members: readonly Vertex[],
): boolean {
  const keys = new Set(members.map(({ read, block }) => keyOf(read.name, block.id)));
  return members.some(
    ({ read, block }) =>
      block.ports.some((port) => {
        const to = wireOf(block, port);
        return port.kind !== 'error' && (to === undefined || !keys.has(keyOf(read.name, to)));
      }) && resubmissions(process, strategies, block).length === 0,
  );
}

function describeLoop(members: readonly Vertex[], hasWayOut: boolean): Diagnostic[] {
  const first = members[0];
  if (first === undefined) return [];
  const names = members.map(({ block }) => blockTitle(block)).join(', ');
  const advice = 'put a Wait or a Route Interaction into it.';
  const message = hasWayOut
    ? `${names} may go round many times without waiting; make sure that the loop ends, or ${advice}`
    : `${names} ${members.length === 1 ? 'goes' : 'go'} round for ever without waiting; ${advice}`;
  const path = ['strategies', first.read.name, 'blocks', first.block.id];
  return [diagnosticAt(hasWayOut ? 'warning' : 'error', 'check/loop-without-wait', path, message)];
}
