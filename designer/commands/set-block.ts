import { commands as t } from '../kit/messages/en/commands.ts';
import type { BlockInput, Edit } from './edit.ts';
import { followPorts } from './follow-ports.ts';
import { omitKeys, withFields } from './records.ts';
import { withBlock } from './snapshot-parts.ts';

/** Changes settings of a block. A setting given as `undefined` is taken away, so that its default counts again. */
export function setBlockConfig(strategy: string, id: string, changes: Readonly<Record<string, unknown>>): Edit {
  const keys = Object.keys(changes);
  return {
    label: t.setSetting,
    merge: `config:${strategy}:${id}:${keys.join()}`,
    apply: (snapshot) =>
      withBlock(snapshot, strategy, id, (block) => {
        const config = { ...omitKeys(block.config ?? {}, keys), ...changes } as Record<string, unknown>;
        const kept = Object.entries(config).filter(([, value]) => value !== undefined);
        return followPorts(block, { ...block, config: Object.fromEntries(kept) as NonNullable<BlockInput['config']> });
      }),
  };
}

/** Changes the name people give a block, or the note on it. Empty text takes it away. */
export function setBlockText(strategy: string, id: string, field: 'name' | 'note', text: string): Edit {
  return {
    label: field === 'name' ? t.nameBlock : t.noteBlock,
    merge: `${field}:${strategy}:${id}`,
    apply: (snapshot) =>
      withBlock(snapshot, strategy, id, (block) => withFields(block, { [field]: text === '' ? undefined : text })),
  };
}
