import { useMemo } from 'react';
import type { Position } from '../commands/edit.ts';
import type { WireEnd } from '../commands/connect-port.ts';
import type { Choice, ExistingBlock } from '../palette/block-chooser.tsx';
import type { DescribedBlock } from './strategy-graph.tsx';
import type { StrategyEdits } from './use-strategy-edits.ts';

/** Where the chooser opens, and what the choice is for: the end of a wire pulled to an empty place, or just a block. */
export interface ChooserRequest {
  readonly screen: Position;
  readonly point?: Position;
  readonly after?: WireEnd;
}

/** What the open chooser needs; `undefined` while it is closed. */
export function useChooser(
  request: ChooserRequest | undefined,
  setRequest: (request: ChooserRequest | undefined) => void,
  parts: { readonly blocks: readonly DescribedBlock[]; readonly edits: StrategyEdits },
) {
  const { blocks, edits } = parts;
  return useMemo(() => {
    if (request === undefined) return undefined;
    const { after } = request;
    const existing: ExistingBlock[] = blocks
      .filter(({ id, block }) => after !== undefined && id !== after.block && !block.isEntry)
      .map(({ id, block }) => ({ id, name: block.name, icon: block.icon, hue: `--sb-${block.category}` }));
    return {
      at: request.screen,
      existing,
      onClose: () => setRequest(undefined),
      onChoose: (choice: Choice) => {
        setRequest(undefined);
        if ('existing' in choice) {
          if (after !== undefined) edits.connect(after.block, after.port, choice.existing);
        } else if (after === undefined) edits.addNext(choice.type);
        else edits.addAfter(choice.type, after, request.point);
      },
    };
  }, [request, setRequest, blocks, edits]);
}
