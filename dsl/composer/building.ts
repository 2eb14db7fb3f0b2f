import type { BlockInstance } from '../document/strategy.ts';
import type { Conversion } from './conversion.ts';
import type { StrategyDraft } from './strategy-draft.ts';

/** A strategy while it is put together: our blocks by id. */
export interface Building {
  readonly draft: StrategyDraft;
  readonly conversion: Conversion;
  readonly blocks: Map<string, BlockInstance>;
  readonly ids: Set<string>;
  /** Our block that a link to a block of the diagram leads to. */
  readonly landings: Map<string, string>;
}
