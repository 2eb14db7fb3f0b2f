import type { Block } from '#dsl/block/block.ts';
import { blocks } from '#dsl/blocks/index.ts';
import { spoken } from '../kit/messages/spoken.ts';

/** Blocks somebody may add whose name or help holds every word of the search, names first. The Entry is there already. */
export function findBlocks(search: string): readonly Pick<Block, 'type' | 'face'>[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const offered = blocks.filter((block) => !('role' in block && block.role === 'entry'));
  const holds = (text: string): boolean => words.every((word) => text.toLowerCase().includes(word));
  // by either name: whoever knows the field by its English words finds blocks in a German app too
  const named = ({ face }: Pick<Block, 'face'>): boolean => holds(`${spoken(face.label)} ${face.label}`);
  const byName = offered.filter(named);
  const byHelp = offered.filter((block) => !named(block) && holds(spoken(block.face.help)));
  // every help text says a good deal; it is only asked when the names say nothing
  return byName.length > 0 ? byName : byHelp;
}
