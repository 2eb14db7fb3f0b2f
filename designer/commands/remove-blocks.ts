import { blockByType } from '#dsl/blocks/index.ts';
import { commands as t } from '../kit/messages/en/commands.ts';
import type { BlockInput, Edit, StrategyInput } from './edit.ts';
import { mapValues, omitKeys } from './records.ts';
import { withoutPositions, withStrategy } from './snapshot-parts.ts';
import { blockLabel } from '../kit/messages/block-label.ts';

/**
 * Takes blocks away. What led to a block with one way on leads there from now on; other wires to it are cut. The only
 * Entry stays, since a strategy cannot be without.
 */
export function removeBlocks(strategyName: string, strategy: StrategyInput, ids: readonly string[]): Edit | undefined {
  const gone = removable(strategy, ids);
  const [first] = gone;
  if (first === undefined) return undefined;
  return {
    label: gone.length === 1 ? t.removeBlock(nameOf(strategy, first)) : t.removeBlocks(gone.length),
    apply: (snapshot) =>
      withoutPositions(
        withStrategy(snapshot, strategyName, (before) => ({
          ...before,
          blocks: mapValues(omitKeys(before.blocks, gone), (block) => healed(block, before, gone)),
        })),
        strategyName,
        gone,
      ),
  };
}

function removable(strategy: StrategyInput, ids: readonly string[]): string[] {
  const known = ids.filter((id) => Object.hasOwn(strategy.blocks, id));
  const isEntry = (id: string): boolean => blockByType(strategy.blocks[id]?.type ?? '')?.role === 'entry';
  const keptEntries = Object.keys(strategy.blocks).filter((id) => isEntry(id) && !known.includes(id));
  return keptEntries.length > 0 ? known : known.filter((id) => !isEntry(id));
}

function nameOf(strategy: StrategyInput, id: string): string {
  const block = strategy.blocks[id];
  return block?.name ?? (block === undefined ? id : blockLabel(block.type));
}

function healed(block: BlockInput, strategy: StrategyInput, gone: readonly string[]): BlockInput {
  const { ports } = block;
  if (ports === undefined || !Object.values(ports).some((to) => gone.includes(to))) return block;
  const rewired = Object.entries(ports).flatMap(([port, to]) => {
    const next = wayOn(to, strategy, gone);
    return next === undefined ? [] : [[port, next] as const];
  });
  return { ...block, ports: Object.fromEntries(rewired) };
}

/** Follows removed blocks that have a single way on, until a block that stays; nothing when the way forks or ends. */
function wayOn(id: string, strategy: StrategyInput, gone: readonly string[]): string | undefined {
  const seen = new Set<string>();
  let at = id;
  while (gone.includes(at) && !seen.has(at)) {
    seen.add(at);
    const ports = Object.entries(strategy.blocks[at]?.ports ?? {}).filter(([port]) => port !== 'error');
    const [next, ...others] = new Set(ports.map(([, to]) => to));
    if (next === undefined || others.length > 0) return undefined;
    at = next;
  }
  return gone.includes(at) ? undefined : at;
}
