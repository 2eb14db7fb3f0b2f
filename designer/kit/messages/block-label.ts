import { blockByType } from '#dsl/blocks/index.ts';
import { spoken } from './spoken.ts';

/** What a type of block is called in the language of the page; the type itself where this version does not know it. */
export function blockLabel(type: string): string {
  const block = blockByType(type);
  return block === undefined ? type : spoken(block.face.label);
}
