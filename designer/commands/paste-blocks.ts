import { z } from 'zod';
import { blockByType } from '#dsl/blocks/index.ts';
import { positionSchema } from '#dsl/document/layout.ts';
import { blockInstanceSchema } from '#dsl/document/strategy.ts';
import { commands as t } from '../kit/messages/en/commands.ts';
import { newBlockId } from './block-id.ts';
import type { BlockInput, Edit, Position, StrategyInput } from './edit.ts';
import { withPositions, withStrategy } from './snapshot-parts.ts';

const clipSchema = z.strictObject({
  signalbox: z.literal('blocks'),
  blocks: z.record(z.string(), blockInstanceSchema),
  positions: z.record(z.string(), positionSchema),
});

/** Blocks as text for the clipboard, with where they stood. The Entry stays behind: a strategy has just one. */
export function copyBlocks(
  strategy: StrategyInput,
  ids: readonly string[],
  positions: Readonly<Record<string, Position>>,
): string | undefined {
  const copied = ids.filter((id) => blockByType(strategy.blocks[id]?.type ?? '')?.role !== 'entry');
  const blocks = pick(strategy.blocks, copied);
  if (Object.keys(blocks).length === 0) return undefined;
  return JSON.stringify({ signalbox: 'blocks', blocks, positions: pick(positions, copied) }, null, 2);
}

/** Adds blocks from the clipboard, wired among each other as they were; `undefined` when the text holds none. */
export function pasteBlocks(
  strategyName: string,
  strategy: StrategyInput,
  clip: string,
  shift: Position,
): { readonly edit: Edit; readonly ids: readonly string[] } | undefined {
  const parsed = clipSchema.safeParse(readJson(clip));
  if (!parsed.success) return undefined;
  const ids = newIds(parsed.data.blocks, strategy);
  const blocks: Record<string, BlockInput> = {};
  const positions: Record<string, Position> = {};
  for (const [old, block] of Object.entries(parsed.data.blocks)) {
    const id = ids.get(old) ?? old;
    const ports = Object.entries(block.ports).flatMap(([port, to]) => {
      const target = ids.get(to);
      return target === undefined ? [] : [[port, target] as const];
    });
    blocks[id] = { ...block, ports: Object.fromEntries(ports) };
    const at = parsed.data.positions[old] ?? { x: 0, y: 0 };
    positions[id] = { x: at.x + shift.x, y: at.y + shift.y };
  }
  const edit: Edit = {
    label: t.paste(ids.size),
    apply: (snapshot) =>
      withPositions(
        withStrategy(snapshot, strategyName, (before) => ({ ...before, blocks: { ...before.blocks, ...blocks } })),
        strategyName,
        positions,
      ),
  };
  return { edit, ids: [...ids.values()] };
}

function newIds(pasted: Readonly<Record<string, BlockInput>>, strategy: StrategyInput): ReadonlyMap<string, string> {
  const taken: Record<string, unknown> = { ...strategy.blocks };
  const ids = new Map<string, string>();
  for (const [old, block] of Object.entries(pasted)) {
    const id = newBlockId(block.name ?? old.replace(/-\d+$/, ''), taken);
    taken[id] = true;
    ids.set(old, id);
  }
  return ids;
}

function pick<Value>(record: Readonly<Record<string, Value>>, keys: readonly string[]): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => keys.includes(key)));
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // the clipboard holds something else
    return undefined;
  }
}
