import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { blockLabel } from '../kit/messages/block-label.ts';
import { design as t } from '../kit/messages/en/design.ts';
import { type PageCommand, usePageCommands } from '../kit/page-commands.ts';
import { findBlocks } from '../palette/find-blocks.ts';
import { useEditor, useOpenProcess } from '../process/editor-context.tsx';
import type { DescribedBlock } from './strategy-graph.tsx';
import type { StrategyEdits } from './use-strategy-edits.ts';

/** Offers in the command palette every block that can be added, and to go to each that is there and to the other canvases. */
export function useStrategyCommands(
  strategy: string,
  blocks: readonly DescribedBlock[],
  addNext: StrategyEdits['addNext'],
): void {
  const { name: process } = useOpenProcess();
  const navigate = useNavigate();
  // names hold no line breaks; as one text they are the same while none changes
  const others = useEditor(({ snapshot }) =>
    Object.keys(snapshot.document.strategies ?? {})
      .filter((other) => other !== strategy)
      .join('\n'),
  );
  const commands = useMemo(() => {
    const add = findBlocks('').map(
      ({ type }): PageCommand => ({
        id: `add:${type}`,
        label: t.addBlockAt(blockLabel(type)),
        run: () => addNext(type),
      }),
    );
    const find = blocks.map(
      ({ id, block }): PageCommand => ({
        id: `select:${id}`,
        label: `${block.typeLabel}: ${block.name}`,
        run: () =>
          void navigate({
            to: '/design/$process/$strategy',
            params: { process, strategy },
            search: { select: id },
          }),
      }),
    );
    const ways = others.split('\n').map(
      (other): PageCommand => ({
        id: `open:${other}`,
        label: t.openNamed(other),
        run: () => void navigate({ to: '/design/$process/$strategy', params: { process, strategy: other } }),
      }),
    );
    const back: PageCommand = {
      id: 'process',
      label: t.toProcess,
      run: () => void navigate({ to: '/design/$process', params: { process } }),
    };
    return [...add, ...find, ...(others === '' ? [] : ways), back];
  }, [blocks, addNext, navigate, process, strategy, others]);
  usePageCommands(commands);
}
