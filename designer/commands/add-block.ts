import { blockByType } from '#dsl/blocks/index.ts';
import { initialPorts } from '#dsl/blocks/ports-of.ts';
import { commands as t } from '../kit/messages/en/commands.ts';
import { newBlockId } from './block-id.ts';
import type { BlockInput, Edit, Position, StrategyInput } from './edit.ts';
import { withPositions, withStrategy } from './snapshot-parts.ts';
import { blockLabel } from '../kit/messages/block-label.ts';

/** Where a new block goes: free on the canvas, or after a port, taking over the wire that leaves there. */
export interface NewBlock {
  readonly strategy: string;
  readonly type: string;
  readonly position: Position;
  readonly after?: { readonly block: string; readonly port: string } | undefined;
}

/** Adds a block with its first settings. `id` is that of the new block, for selecting it. */
export function addBlock(strategy: StrategyInput, wish: NewBlock): { readonly edit: Edit; readonly id: string } {
  const id = newBlockId(wish.type, strategy.blocks);
  const label = t.addBlock(blockLabel(wish.type));
  return {
    id,
    edit: {
      label,
      apply: (snapshot) =>
        withPositions(
          withStrategy(snapshot, wish.strategy, (before) => ({
            ...before,
            blocks: insertBlock(before.blocks, id, wish),
          })),
          wish.strategy,
          { [id]: wish.position },
        ),
    },
  };
}

function insertBlock(
  blocks: Readonly<Record<string, BlockInput>>,
  id: string,
  wish: NewBlock,
): Record<string, BlockInput> {
  const block = blockByType(wish.type);
  const fresh: BlockInput = {
    type: wish.type,
    config: structuredClone((block?.initial ?? {}) as BlockInput['config']),
  };
  const { after } = wish;
  const before = after === undefined ? undefined : blocks[after.block];
  if (after === undefined || before === undefined) return { ...blocks, [id]: fresh };
  const next = before.ports?.[after.port];
  const onward = firstExit(wish.type);
  if (next !== undefined && onward !== undefined) fresh.ports = { [onward]: next };
  return { ...blocks, [after.block]: { ...before, ports: { ...before.ports, [after.port]: id } }, [id]: fresh };
}

/** The exit by which a fresh block of this type takes over a wire; none for blocks that end the path. */
export function firstExit(type: string): string | undefined {
  const block = blockByType(type);
  const ports = block === undefined ? [] : initialPorts(block);
  return ports.find((port) => port.kind !== 'error' && port.ends !== true)?.name;
}
