import type { Block, Effects } from './block.ts';

/** What a block may do besides computing: what it says itself, or else what its host call says. */
export function effectsOf(block: Block, config: Record<string, unknown>): Effects {
  if (block.effects) return block.effects(config);
  return { places: block.call?.places ?? false, waits: block.call?.waits ?? false };
}
