import { valueToJs } from '../compile/value-to-js.ts';
import type { ReadBlock } from './read-strategy.ts';

/** The code a block compiles to, for checks that ask what it reads and writes; arguments of macros are left out. */
export function compiledBody({ id, block, config }: ReadBlock, strategy: string): string {
  return block.compile(config, { strategy, blockId: id, toJs: valueToJs, macroParameters: () => [] });
}
