import type { Diagnostic } from '../errors/diagnostic.ts';
import { blockTitle, diagnosticAt } from './diagnostic-at.ts';
import { placesIndirectly } from './effects-of-block.ts';
import { entriesOf, type ReadBlock, type ReadStrategy, wireOf } from './read-strategy.ts';

/** Every path of a strategy places the interaction before it ends: otherwise it returns to its queue and is submitted again at once. */
export function checkEndings(read: ReadStrategy, strategies: ReadonlyMap<string, ReadStrategy>): Diagnostic[] {
  const [entry] = entriesOf(read);
  if (read.strategy.kind === 'subroutine' || entry === undefined) return [];
  return unplacedExits(read, entry, strategies).map((block) => {
    const message =
      `A path ends at ${blockTitle(block)} without placing the interaction, which would return to its queue and come back ` +
      'at once; end it with Queue Interaction, Route Interaction or Stop Interaction.';
    return diagnosticAt(
      'error',
      'check/path-without-placement',
      ['strategies', read.name, 'blocks', block.id],
      message,
    );
  });
}

function unplacedExits(
  read: ReadStrategy,
  entry: ReadBlock,
  strategies: ReadonlyMap<string, ReadStrategy>,
): readonly ReadBlock[] {
  const seen = new Set<string>();
  const exits: ReadBlock[] = [];
  const waiting = [entry.id];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const block = read.blocks.get(id);
    if (block === undefined || seen.has(id)) continue;
    seen.add(id);
    if (block.block.role === 'exit') exits.push(block);
    const mayHavePlaced = placesIndirectly(block, strategies);
    const unplaced = block.ports.filter((port) => port.kind === 'error' || (port.ends !== true && !mayHavePlaced));
    waiting.push(...unplaced.flatMap((port) => wireOf(block, port) ?? []));
  }
  return exits;
}
