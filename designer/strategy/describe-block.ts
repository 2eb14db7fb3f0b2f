import type { BlockCategory, Port } from '#dsl/block/block.ts';
import { blockByType } from '#dsl/blocks/index.ts';
import { portsOf } from '#dsl/blocks/ports-of.ts';
import type { BlockInput } from '../commands/edit.ts';
import { blockLabel } from '../kit/messages/block-label.ts';

/** What a card says about a block, also while its settings have problems. */
export interface BlockDescription {
  /** The name people gave it, else what its type is called. */
  readonly name: string;
  readonly typeLabel: string;
  readonly icon: string;
  readonly category: BlockCategory;
  /** One line from its settings. */
  readonly summary: string;
  readonly ports: readonly Port[];
  readonly isEntry: boolean;
}

/** Reads a block for its card. */
export function describeBlock(instance: BlockInput): BlockDescription {
  const block = blockByType(instance.type);
  const typeLabel = blockLabel(instance.type);
  return {
    name: instance.name ?? typeLabel,
    typeLabel,
    icon: block?.face.icon ?? 'puzzle',
    category: block?.face.category ?? 'flow',
    summary: summaryOf(instance),
    ports: portsOf(instance),
    isEntry: block?.role === 'entry',
  };
}

function summaryOf(instance: BlockInput): string {
  const block = blockByType(instance.type);
  if (block === undefined) return '';
  const config = block.config.safeParse(instance.config ?? {});
  try {
    // settings that do not fit the schema are shown as far as they go
    return block.face.summary(config.success ? config.data : { ...block.initial, ...instance.config });
  } catch {
    return '…';
  }
}
