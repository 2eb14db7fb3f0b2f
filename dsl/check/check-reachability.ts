import type { Diagnostic } from '../errors/diagnostic.ts';
import { blockTitle, diagnosticAt } from './diagnostic-at.ts';
import { entriesOf, type ReadStrategy, wireOf } from './read-strategy.ts';

/** Blocks that no path from Entry comes to. */
export function checkReachability(read: ReadStrategy): Diagnostic[] {
  const [entry] = entriesOf(read);
  if (entry === undefined) return [];
  const reached = reachableFrom(read, entry.id);
  return [...read.blocks.values()]
    .filter(({ id, block }) => !reached.has(id) && block.role !== 'entry')
    .map((block) => {
      const message = `No path from Entry comes to ${blockTitle(block)}; wire a port to it or remove it.`;
      return diagnosticAt('warning', 'check/unreachable-block', ['strategies', read.name, 'blocks', block.id], message);
    });
}

function reachableFrom(read: ReadStrategy, start: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [start];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const block = read.blocks.get(id);
    if (block === undefined || reached.has(id)) continue;
    reached.add(id);
    waiting.push(...block.ports.flatMap((port) => wireOf(block, port) ?? []));
  }
  return reached;
}
