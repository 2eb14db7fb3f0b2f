import type { Block } from '#dsl/block/block.ts';
import { blocks } from '#dsl/blocks/index.ts';

/** Blocks somebody may add whose name or help holds every word of the search, names first. The Entry is there already. */
export function findBlocks(search: string): readonly Pick<Block, 'type' | 'face'>[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const offered = blocks.filter((block) => !('role' in block && block.role === 'entry'));
  const holds = (text: string): boolean => words.every((word) => text.toLowerCase().includes(word));
  const byName = offered.filter((block) => holds(block.face.label));
  const byHelp = offered.filter((block) => !holds(block.face.label) && holds(block.face.help));
  // every help text says a good deal; it is only asked when the names say nothing
  return byName.length > 0 ? byName : byHelp;
}
