import type { Effects } from '../block/block.ts';
import { effectsOf } from '../block/effects.ts';
import type { ReadBlock, ReadStrategy } from './read-strategy.ts';

/** What a block may do besides computing, the subroutines it calls included. */
export function effectsOfBlock(block: ReadBlock, strategies: ReadonlyMap<string, ReadStrategy>): Effects {
  return effectsWithin(block, strategies, new Set());
}

/** True when a block is about to place the interaction through somebody else: a subroutine or a script. */
export function placesIndirectly(block: ReadBlock, strategies: ReadonlyMap<string, ReadStrategy>): boolean {
  return block.block.call === undefined && effectsOfBlock(block, strategies).places;
}

function effectsWithin(block: ReadBlock, strategies: ReadonlyMap<string, ReadStrategy>, seen: Set<string>): Effects {
  let { places, waits } = effectsOf(block.block, block.config);
  for (const { kind, name } of block.block.references(block.config)) {
    if (kind !== 'strategy' || seen.has(name)) continue;
    seen.add(name);
    for (const inner of strategies.get(name)?.blocks.values() ?? []) {
      const effects = effectsWithin(inner, strategies, seen);
      places ||= effects.places;
      waits ||= effects.waits;
    }
  }
  return { places, waits };
}
