import {
  type BlockInstance,
  blockIdSchema,
  blockInstanceSchema,
  nameSchema,
  type Strategy,
  strategySchema,
} from '#dsl/document/strategy.ts';
import type { BlockInput, StrategyInput } from './edit.ts';

const strategies = new WeakMap<StrategyInput, Strategy>();
const blocks = new WeakMap<BlockInput, BlockInstance>();

/**
 * A strategy with its defaults filled in, or `undefined` when it departs from the schema. A strategy and a block that were
 * read before are the same objects again.
 */
export function readStrategyInput(name: string, input: StrategyInput): Strategy | undefined {
  if (typeof input !== 'object' || input === null || !nameSchema.safeParse(name).success) return undefined;
  const known = strategies.get(input);
  if (known !== undefined) return known;
  const frame = strategySchema.safeParse({ ...input, blocks: {} });
  if (!frame.success || typeof input.blocks !== 'object' || input.blocks === null || Array.isArray(input.blocks))
    return undefined;
  const all: [string, BlockInstance][] = [];
  for (const [id, block] of Object.entries(input.blocks)) {
    const one = blockIdSchema.safeParse(id).success ? readBlock(block) : undefined;
    if (one === undefined) return undefined;
    all.push([id, one]);
  }
  const strategy = { ...frame.data, blocks: Object.fromEntries(all) };
  strategies.set(input, strategy);
  return strategy;
}

function readBlock(input: BlockInput): BlockInstance | undefined {
  const known = blocks.get(input);
  if (known !== undefined) return known;
  const parsed = blockInstanceSchema.safeParse(input);
  if (!parsed.success) return undefined;
  blocks.set(input, parsed.data);
  return parsed.data;
}
